"""What the check-ins of a cycle come to on a day: values, pace, status, what still waits."""

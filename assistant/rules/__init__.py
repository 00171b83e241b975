"""The rubric: rules as data, pure checks, findings, score and verdict."""

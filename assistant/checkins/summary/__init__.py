"""One team's week in sixteen blocks, each statement with the facts it rests on."""

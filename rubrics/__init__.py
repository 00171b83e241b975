"""The rubric as data: rules, word lists, profiles and industry packs."""

"""What the faces of the product do, in each language and each form: kinds of promises.

Each module says one face with our own samples, as `evals.said` does for reports: what is handed on
and read again, found, shown on pages, told by commands, changed by settings, sent to a model.
"""

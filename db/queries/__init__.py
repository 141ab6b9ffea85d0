"""Every SELECT: one function a question, named after it, in the file of its subject; facts come back, never models.

Nothing is imported here, so that who needs a board loads the questions of a board and no others.
"""

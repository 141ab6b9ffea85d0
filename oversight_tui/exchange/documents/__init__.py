"""Documents that go out: one model of what a document says, and a writer for each form it is written in.

A new document is made of `model`'s values and needs no writer; a new form is a writer and knows no document.
"""

"""The rules: one folder for each category, one file for each rule, its cases beside it."""

"""Documents for people, rendered from a result; the only place that knows Jinja2.

``view`` computes the figures of a page and knows no markup, ``wording`` puts them into
sentences in both languages, ``render`` and the templates turn them into HTML.
"""

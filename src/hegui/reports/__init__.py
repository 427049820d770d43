"""Documents for people, rendered from a result; the only place that knows Jinja2.

``view`` computes the ``figures`` of a page and knows no markup; ``wording`` makes sentences of
them in both languages, beside the fixed ``labels``; ``render`` and the templates make HTML.
"""

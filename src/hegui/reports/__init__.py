"""Documents for people, rendered from a result; the only place that knows Jinja2.

``view`` computes the ``figures`` of a page and knows no markup; ``wording`` makes sentences of
them in both languages, beside the fixed ``labels`` and how ``units`` writes counts and days;
``render`` and the templates make HTML.
"""

"""Hosts whose addresses are scholarly sources: publishers, indexes, repositories and resolvers.

Source: our own list of what web articles link to as a source, by registered domain.
"""

SCHOLARLY_HOSTS = tuple(
    "doi.org pubmed.ncbi.nlm.nih.gov pmc.ncbi.nlm.nih.gov ncbi.nlm.nih.gov europepmc.org arxiv.org "
    "biorxiv.org medrxiv.org psyarxiv.com ssrn.com jstor.org scholar.google.com "
    "semanticscholar.org sciencedirect.com link.springer.com nature.com onlinelibrary.wiley.com "
    "tandfonline.com journals.sagepub.com academic.oup.com cambridge.org science.org pnas.org "
    "plos.org frontiersin.org mdpi.com bmj.com thelancet.com cell.com jamanetwork.com nejm.org "
    "acm.org ieee.org ahajournals.org psycnet.apa.org psychiatryonline.org biomedcentral.com "
    "royalsocietypublishing.org annualreviews.org iopscience.iop.org aps.org acs.org rsc.org "
    "degruyter.com brill.com muse.jhu.edu hal.science hal.archives-ouvertes.fr osf.io zenodo.org "
    "nber.org repec.org openalex.org researchgate.net eric.ed.gov worldcat.org handle.net "
    "nbn-resolving.de d-nb.info persee.fr cairn.info openedition.org scielo.org scielo.br "
    "redalyc.org dialnet.unirioja.es springeropen.com hindawi.com elifesciences.org "
    "f1000research.com jmir.org karger.com liebertpub.com emerald.com projecteuclid.org "
    "ajcn.nutrition.org".split()
)
"""Hosts of scholarly publishers, indexes and resolvers (and their subdomains)."""

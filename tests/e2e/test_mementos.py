"""A site that is gone, crawled from a web archive that shows it under addresses of its own."""

from pullquote_test_crawls import exported, job_of, replay, visit
from pullquote_test_server import answer, article

PLACES = ("Alderquay", "Brightholm", "Cawdry")
SITE = "http://ferries.example"
BAR = '<!-- BEGIN WAYBACK TOOLBAR INSERT --><div id="wm-ipp-base">2 captures, <a href="/donate">Give</a></div>'


def test_a_crawl_stays_in_the_archive_and_its_records_are_those_of_the_site(site, tmp_path):
    first, later = "20200921162518", "20210301080000"
    links = "".join(f"<a href='/web/{first}/{SITE}/{place}'>{place}</a> " for place in PLACES)
    site.answers[f"/web/{first}/{SITE}/"] = answer(BAR + links + "<a href='/about'>About</a>")
    for place in PLACES:
        head = f"<link rel=canonical href='/web/{first}/{SITE}/{place}'>"
        page = answer(
            article(f"The {place} ferry sails", head=head).replace("<body>", "<body>" + BAR)
        )
        site.answers[f"/web/{first}/{SITE}/{place}"] = page
    # The archive has one of them of another day alone, and leads to that.
    site.answers[f"/web/{later}/{SITE}/Cawdry"] = site.answers[f"/web/{first}/{SITE}/Cawdry"]
    moved = answer(b"", "302 Found", Location=f"/web/{later}/{SITE}/Cawdry")
    site.answers[f"/web/{first}/{SITE}/Cawdry"] = moved
    seeds = [f"{site.url}/web/{first}/{SITE}/"]
    job = job_of(seeds=seeds, allow=[site.url + "/web/"])
    for run in (visit, replay):
        report = run(job, tmp_path)
        records = exported(tmp_path).values()
        assert {record.canonical_url for record in records} == {f"{SITE}/{one}" for one in PLACES}
        assert len(records) == len(PLACES), report
        stamps = {record.url.split("/web/")[1][:14] for record in records}
        assert stamps == {first, later}
        assert not any("captures" in record.body for record in records)
    # What the page itself calls /about is the site's, which the archive may have, too.
    assert f"/web/{first}/{SITE}/about" in site.paths()
    assert not {"/about", "/donate"} & set(site.paths())

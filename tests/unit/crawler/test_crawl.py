from schemas import Article
from scraper.crawler.crawl import _sign_again
from scraper.store import NewRecord, Store

BODY = " ".join(f"Word {n} of the long day in the town." for n in range(30))


def test_records_with_signatures_of_an_earlier_kind_are_signed_again(tmp_path):
    with Store(tmp_path / "x.db") as store:
        with store.transaction():
            for name, body in [("long", BODY), ("short", "Too short.")]:
                url = f"https://a.example/{name}"
                article = Article(id=name, url=url, canonical_url=url, body=body)
                store.records.put(
                    NewRecord(name, url, True, "d", b"", article.model_dump_json()), 1
                )
            _sign_again(store)
        signed = {
            record: len(signature) for record, _, signature in store.records.iter_signatures()
        }
    assert signed == {"long": 512}

import pytest

from benchmarks.oldest import oldest


def test_each_bound_opens_a_series() -> None:
    project = {
        "dependencies": ["lxml>=6.0", "httpx[http2]>=0.28"],
        "optional-dependencies": {"codings": ["brotli>=1.1"], "parquet": [], "web": []},
    }
    assert oldest(project) == ["lxml==6.0.*", "httpx==0.28.*", "brotli==1.1.*"]


def test_a_dependency_without_a_bound_is_refused() -> None:
    project = {
        "dependencies": ["lxml"],
        "optional-dependencies": {"codings": [], "parquet": [], "web": []},
    }
    with pytest.raises(ValueError, match="lxml: no lower bound"):
        oldest(project)

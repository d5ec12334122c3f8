//! DOIs as written, and their canonical form.

use super::{doi, find_doi, is_bare_doi};

#[test]
fn written_forms() {
    for (written, bare) in [
        ("10.1000/ABC", "10.1000/abc"),
        (
            "https://doi.org/10.1002/(SICI)1097-4679(199811)54:7<851::AID-JCLP1>3.0.CO;2-0",
            "10.1002/(sici)1097-4679(199811)54:7<851::aid-jclp1>3.0.co;2-0",
        ),
        (
            "10.1002/(SICI)1097-4679(199811)54:7&lt;851::AID-JCLP1&gt;3.0.CO;2-0.",
            "10.1002/(sici)1097-4679(199811)54:7<851::aid-jclp1>3.0.co;2-0",
        ),
        (
            "http://dx.doi.org/10.1016/S0091-3057(10)00167-X",
            "10.1016/s0091-3057(10)00167-x",
        ),
        (
            "http://dx.doi.org/10.1016%2FS0091-3057%2810%2900167-X",
            "10.1016/s0091-3057(10)00167-x",
        ),
        (
            "doi: 10.1037/0033-2909.116.1.75.",
            "10.1037/0033-2909.116.1.75",
        ),
        ("DOI 10.1038/171737a0", "10.1038/171737a0"),
        ("DOI10.1038/171737a0", "10.1038/171737a0"),
        ("doi:https://doi.org/10.1038/171737a0", "10.1038/171737a0"),
        (
            "S0091-3057(10)00167-X [pii];10.1016/j.pbb.2010.05.031 [doi]",
            "10.1016/j.pbb.2010.05.031",
        ),
        (
            "S0091-3057(10)00167-X [pii]\n10.1016/j.pbb.2010.05.031 [doi]",
            "10.1016/j.pbb.2010.05.031",
        ),
        ("10.4103/jrms.JRMS\\_809\\_16", "10.4103/jrms.jrms_809_16"),
        (
            "10.1016/j.foo.2010.05.031 [doi]",
            "10.1016/j.foo.2010.05.031",
        ),
        ("(10.1000/abc)", "10.1000/abc"),
        (
            "info:doi/10.1371/journal.pone.0000001",
            "10.1371/journal.pone.0000001",
        ),
        (
            "ARTN 218\r\n10.3389/fnagi.2016.00218",
            "10.3389/fnagi.2016.00218",
        ),
        (">10.1016/j.cose.2011.08.004", "10.1016/j.cose.2011.08.004"),
        (
            "https://doi.org/10.1517/14728220902942348%20",
            "10.1517/14728220902942348",
        ),
        ("10.1000.10/123", "10.1000.10/123"),
        (
            "https://doi.org/10.1093/clipsy/6.2.165?src=x",
            "10.1093/clipsy/6.2.165",
        ),
        ("10.1073/PNAS.1604234114", "10.1073/pnas.1604234114"),
        (
            "10.1890/0012-9658(2006)87[1:X]2.0.CO;2",
            "10.1890/0012-9658(2006)87[1:x]2.0.co;2",
        ),
    ] {
        assert_eq!(doi(written).as_deref(), Some(bare), "{written}");
        assert_eq!(doi(bare).as_deref(), Some(bare), "canonical form stays");
    }
}

#[test]
fn no_doi() {
    for text in [
        "",
        "10.",
        "10.12/abc",
        "10.1000",
        "10.1000/",
        "11.1000/abc",
        "10.1234567890/abc",
        "https://doi.library.edu/10.1000/abc",
        "10.2019/12",
        "n/a",
        "10.1000/...",
        "10.1016/ j.x",
        "a long text with 10.1000/abc inside",
        "https://www.tandfonline.com/doi/full/10.1080/12",
        "12.10.2020/05",
        "110.1000/abc",
    ] {
        assert_eq!(doi(text), None, "{text}");
    }
}

#[test]
fn in_running_text() {
    for (text, bare) in [
        (
            "Clin Psychol. 1999;6(2):165. doi:10.1093/clipsy/6.2.165. Epub 1999",
            "10.1093/clipsy/6.2.165",
        ),
        (
            "文章编号，DOI：10.3969/j.issn.0372-2112.2020.04.017。",
            "10.3969/j.issn.0372-2112.2020.04.017",
        ),
        ("41(2):10.1159/000123456", "10.1159/000123456"),
        (
            "https://www.tandfonline.com/doi/full/10.1080/12345678.2019.1?src=recsys",
            "10.1080/12345678.2019.1",
        ),
        (
            "https://www.frontiersin.org/articles/10.3389/fpsyt.2019.00001/full",
            "10.3389/fpsyt.2019.00001",
        ),
        (
            "<a href=\"https://doi.org/10.1000/abc\">x</a>",
            "10.1000/abc",
        ),
        ("10.1000/abc,10.1000/def", "10.1000/abc"),
        ("10.1000/abcPMID: 123", "10.1000/abc"),
        ("see 10.1000/abc<br>", "10.1000/abc"),
    ] {
        assert_eq!(
            find_doi(text).map(|(d, _)| d).as_deref(),
            Some(bare),
            "{text}"
        );
    }
    assert_eq!(
        find_doi("https://x.edu/openurl?id=doi:10.1000/abc&x=1"),
        None
    );
    let hostile = "10.1000/(".repeat(50_000);
    assert!(find_doi(&hostile).is_some());
    let hostile = format!("10.1000/{}", ")".repeat(200_000));
    assert_eq!(find_doi(&hostile), None);
    let hostile = format!("10.1000/{}", "<a:b>".repeat(100_000));
    assert!(find_doi(&hostile).is_some());
    let hostile = "https://a/10.".repeat(50_000);
    assert_eq!(find_doi(&hostile), None);
}

proptest::proptest! {
    #[test]
    fn what_is_bare_at_a_glance_is_itself(pieces in proptest::collection::vec(proptest::sample::select(&[
        "10.", "1000", "19", "20", "/", "a", "b1", ".", "-", "_", "12", "pdf", "abs", "full", "doi", "%", "A", ";", "(", ")",
    ][..]), 0..8)) {
        let text = format!("10.1{}", pieces.concat());
        if is_bare_doi(&text) {
            proptest::prop_assert_eq!(doi(&text), Some(text));
        }
    }
}

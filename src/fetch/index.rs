//! Asks a package index where it keeps a file.

use reqwest::header::{ACCEPT, CONTENT_TYPE};
use tokio::time::timeout;
use url::Url;

use super::Context;
use super::answer;
use super::cause::Cause;
use super::simple_index::{self, InvalidPage, Listed};
use crate::model::{Artifact, PackageName};

/// Returns the address of the artifact at the index: the entry of its name, and of its digest where one is given.
pub(super) async fn find(
    index: &Url,
    package: &PackageName,
    artifact: &Artifact,
    context: &Context<'_>,
) -> Result<Url, Cause> {
    let limits = context.request.limits;
    let request = context.client.get(page_of(index, package)).header(ACCEPT, KINDS);
    let response = answer::ask(request, limits).await?;
    match response.status().as_u16() {
        200 => {}
        404 => return Err(Cause::NotListed),
        _ => return Err(answer::refusal(&response).unwrap_or(Cause::NotListed)),
    }
    let base = with_credentials(response.url(), index);
    let kind = answer::header(&response, CONTENT_TYPE).unwrap_or("text/html").to_owned();
    let page = timeout(limits.index_time, answer::read_all(response, limits.index_page, limits)).await;
    let page = page.map_err(|_| Cause::TimedOut { seconds: limits.index_time.as_secs() })??;
    let too_long = InvalidPage::TooLong { limit: limits.index_page };
    let bad = |source| Cause::BadIndexPage { source };
    let page = page.ok_or(too_long).map_err(bad)?;
    let listed = simple_index::parse(&base, &kind, &page).map_err(bad)?;
    if listed.is_empty() && asks_to_log_in(&page) {
        return Err(Cause::LoginPage);
    }
    choose(listed, artifact)
}

fn choose(listed: Vec<Listed>, artifact: &Artifact) -> Result<Url, Cause> {
    let mut other = None;
    for each in listed.into_iter().filter(|each| each.name == artifact.name.as_str()) {
        match each.sha256 {
            Some(offered) if offered != artifact.sha256 => other = Some(offered),
            _ => return Ok(each.url),
        }
    }
    Err(other.map_or(Cause::NotListed, |offered| Cause::OtherFileListed { offered }))
}

/// A project page is a list and has no form to fill in; a captive portal has nothing else.
fn asks_to_log_in(page: &[u8]) -> bool {
    let text = String::from_utf8_lossy(page).to_ascii_lowercase();
    ["<form", "<input", "<script"].iter().any(|tag| text.contains(tag))
}

/// PEP 503: the page is at the normalized name, with a slash at its end.
fn page_of(index: &Url, package: &PackageName) -> Url {
    let mut page = index.clone();
    page.set_path(&format!("{}/{package}/", index.path().trim_end_matches('/')));
    page
}

/// The client takes the credentials out of an address: put them back, for the same server only.
fn with_credentials(page: &Url, index: &Url) -> Url {
    let mut base = page.clone();
    if base.origin() == index.origin() {
        // Fails only for addresses that cannot have credentials.
        let _no_user = base.set_username(index.username());
        let _no_password = base.set_password(index.password());
    }
    base
}

/// PEP 691, version and format selection.
const KINDS: &str = "application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html;q=0.2, text/html;q=0.01";

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use crate::model::Sha256Digest;

    #[test]
    fn a_file_is_matched_by_name_and_by_digest_where_one_is_given() {
        let artifact = Artifact {
            name: "demo-1.0.whl".parse().unwrap(),
            size: 4,
            sha256: Sha256Digest::of(b"demo"),
            package: None,
            sources: Vec::new(),
        };
        let listed = |name: &str, content: Option<&[u8]>| Listed {
            name: name.to_owned(),
            url: "https://index.example/f".parse().unwrap(),
            sha256: content.map(Sha256Digest::of),
        };
        let right = [listed("demo-1.0.whl", Some(b"other")), listed("demo-1.0.whl", Some(b"demo"))];
        assert!(choose(right.to_vec(), &artifact).is_ok());
        assert!(choose(vec![listed("demo-1.0.whl", None)], &artifact).is_ok());
        let other = choose(vec![listed("demo-1.0.whl", Some(b"other"))], &artifact);
        assert!(matches!(other, Err(Cause::OtherFileListed { .. })));
        assert!(matches!(choose(vec![listed("demo-2.0.whl", Some(b"demo"))], &artifact), Err(Cause::NotListed)));
    }

    #[test]
    fn the_page_is_asked_for_with_a_slash_at_its_end() {
        for index in ["https://i.example/simple", "https://i.example/simple/"] {
            let page = page_of(&index.parse().unwrap(), &"Zope.Interface".parse().unwrap());
            assert_eq!(page.as_str(), "https://i.example/simple/zope-interface/");
        }
    }
}

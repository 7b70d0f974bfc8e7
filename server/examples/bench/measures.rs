//! What is measured. Every measure over TCP is asked once before, and its answer looked at: an answer that is fast and
//! wrong counts for nothing.

use crate::Outcome;
use crate::asking::Shared;
use crate::commits::Commits;
use crate::previews;
use crate::rounds::{Measure, Work};
use crate::served::{ECHO, STATIC};
use crate::stage::Stage;
use crate::wire::{Wire, request};
use consent::category::Category;
use consent::digest::Digest;
use consent::ids::RequestId;
use serde_json::{Value, json};
use std::net::SocketAddr;
use std::path::Path;

/// All measures, each beside what it is measured against.
pub async fn all(
    stage: &Stage,
    address: SocketAddr,
    connections: u16,
    folder: &Path,
) -> Outcome<Vec<Measure>> {
    eprintln!("bench: signing in, asking for an access token, asking everything once");
    let mut asker = Asker { address, connections, wire: Wire::open(address).await? };
    let mut measures = pages(stage, &mut asker).await?;
    let token = stage.requester.token(&stage.portal, &mut asker.wire).await?;
    let bearer = format!("Bearer {token}");
    for (name, digest, (_, shared)) in
        [("collection", "sha-256", &stage.long), ("collection-demo", "sha-256-demo", &stage.demo)]
    {
        measures.push(collection(name, shared, &mut asker, &bearer).await?);
        measures.push(previews::digest(digest, &shared.package));
    }
    let first = stage.pairs.get(..1).unwrap_or_default();
    for (checks, echoes, pairs) in
        [("check-1", "echo-1", first), ("check-100", "echo-100", &stage.pairs)]
    {
        let (request, answer) = checking(&mut asker, &bearer, pairs, "permit").await?;
        let body = checks_of(pairs);
        measures.push(asker.measure(checks, request).await?);
        let headers = [("content-type", "application/json"), ("authorization", bearer.as_str())];
        let echo = self::request("POST", &format!("{ECHO}/{answer}"), &headers, &body);
        measures.push(asker.measure(echoes, echo).await?);
    }
    for (name, id) in [("check-undecided", stage.undecided), ("check-nobody", stage.nobody)] {
        let pair: Vec<_> = first.iter().map(|(_, category)| (id, *category)).collect();
        let (request, _) = checking(&mut asker, &bearer, &pair, "deny").await?;
        measures.push(asker.measure(name, request).await?);
    }
    measures.extend(previews::measures(previews::LARGEST, &stage.largest)?);
    measures.extend(previews::measures(previews::DEMO, &stage.demo)?);
    measures.push(Measure::of("commit", Work::Committed(Commits::in_folder(folder).await?)));
    Ok(measures)
}

struct Asker {
    address: SocketAddr,
    connections: u16,
    wire: Wire,
}

impl Asker {
    /// Asks this over and over, on connections of its own.
    async fn measure(&self, name: &'static str, request: Vec<u8>) -> Outcome<Measure> {
        let mut wires = Vec::new();
        for _ in 0..self.connections {
            wires.push(Wire::open(self.address).await?);
        }
        Ok(Measure::of(name, Work::Asked { wires, request: request.into(), status: 200 }))
    }

    /// The body of a good answer.
    async fn good(&mut self, request: &[u8]) -> Outcome<&[u8]> {
        let reply = self.wire.ask(request).await?;
        if reply.status != 200 {
            return Err(format!(
                "answered {}: {}",
                reply.status,
                String::from_utf8_lossy(reply.body)
            )
            .into());
        }
        Ok(reply.body)
    }
}

/// The page of all requests, signed in, and a page of the same size that is only bytes.
async fn pages(stage: &Stage, asker: &mut Asker) -> Outcome<Vec<Measure>> {
    let cookie = sign_in(stage, asker).await?;
    let page = request("GET", "/requests", &[("cookie", &cookie), ("accept", "text/html")], b"");
    let body = asker.good(&page).await?;
    let size = body.len();
    if !body.windows(10).any(|part| part == b"/requests/") {
        return Err("the page of all requests shows none".into());
    }
    let plain = request(
        "GET",
        &format!("{STATIC}/{size}"),
        &[("cookie", &cookie), ("accept", "text/html")],
        b"",
    );
    Ok(vec![asker.measure("page", page).await?, asker.measure("static-page", plain).await?])
}

async fn sign_in(stage: &Stage, asker: &mut Asker) -> Outcome<String> {
    let form = form_urlencoded::Serializer::new(String::new())
        .append_pair("email", &stage.email)
        .append_pair("password", &stage.password)
        .finish();
    let headers = [
        ("content-type", "application/x-www-form-urlencoded"),
        ("origin", stage.portal.config().base_url.as_str()),
        ("sec-fetch-site", "same-origin"),
    ];
    let reply = asker.wire.ask(&request("POST", "/sign-in", &headers, form.as_bytes())).await?;
    let cookies: Vec<&str> =
        reply.header("set-cookie").filter_map(|cookie| cookie.split(';').next()).collect();
    if reply.status != 303 || cookies.is_empty() {
        return Err(format!("signing in was answered {}", reply.status).into());
    }
    Ok(cookies.join("; "))
}

async fn collection(
    name: &'static str,
    shared: &Shared,
    asker: &mut Asker,
    bearer: &str,
) -> Outcome<Measure> {
    let Shared { id, package, .. } = shared;
    let path = format!("/api/v1/requests/{id}/release");
    let request = request("GET", &path, &[("authorization", bearer)], b"");
    if Digest::of(asker.good(&request).await?) != package.digest() {
        return Err("a collection is not what was confirmed".into());
    }
    let measure = asker.measure(name, request).await?;
    Ok(Measure::of_bytes(name, package.bytes().len(), measure.work))
}

/// A call that checks these, and how long its answer is. Every decision in it must be this one.
async fn checking(
    asker: &mut Asker,
    bearer: &str,
    pairs: &[(RequestId, Category)],
    decision: &str,
) -> Outcome<(Vec<u8>, usize)> {
    let headers = [("content-type", "application/json"), ("authorization", bearer)];
    let request = request("POST", "/api/v1/consent-checks", &headers, &checks_of(pairs));
    let body = asker.good(&request).await?;
    let answer: Value = serde_json::from_slice(body)?;
    let results =
        answer.get("results").and_then(Value::as_array).ok_or("a check without results")?;
    let of = |result: &&Value| result.get("decision").and_then(Value::as_str) == Some(decision);
    let right = results.iter().filter(of).count();
    if results.len() != pairs.len() || right == 0 || (decision == "deny" && right != results.len())
    {
        return Err(format!("of {} checks {right} were answered {decision}", results.len()).into());
    }
    Ok((request, body.len()))
}

fn checks_of(pairs: &[(RequestId, Category)]) -> Vec<u8> {
    let check = |(id, category): &(RequestId, Category)| json!({ "request_id": id, "category": category.id() });
    let checks: Vec<Value> = pairs.iter().map(check).collect();
    json!({ "checks": checks }).to_string().into_bytes()
}

//! What went wrong, as `application/problem+json` (RFC 9457). Each type is in the contract and keeps its
//! meaning. A problem never carries anything about a person, and of a fault nothing but its id.

use super::checks::standing_json;
use crate::portal::{Error, Refusal};
use axum::body::Body;
use axum::response::{IntoResponse, Response};
use consent::request::Fault;
use http::{HeaderName, HeaderValue, StatusCode, header};
use serde_json::{Map, Value, json};

macro_rules! kinds {
    ($($(#[$doc:meta])* $variant:ident $name:literal $status:ident $title:literal,)*) => {
        /// A type of problem.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Kind {
            $($(#[$doc])* $variant,)*
        }

        impl Kind {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The absolute path that names it.
            #[must_use]
            pub const fn path(self) -> &'static str {
                match self { $(Self::$variant => concat!("/problems/", $name),)* }
            }

            /// The status that goes with it.
            #[must_use]
            pub const fn status(self) -> StatusCode {
                match self { $(Self::$variant => StatusCode::$status,)* }
            }

            const fn title(self) -> &'static str {
                match self { $(Self::$variant => $title,)* }
            }
        }
    };
}

kinds! {
    /// Not JSON, or a bad query parameter.
    Malformed "malformed" BAD_REQUEST "The request cannot be read",
    /// Every fault of the body, each with its JSON Pointer.
    Invalid "invalid" UNPROCESSABLE_ENTITY "The body is not what it must be",
    /// No token, or one that is not alive.
    Unauthorized "unauthorized" UNAUTHORIZED "A valid access token is needed",
    /// The token may not do this.
    InsufficientScope "insufficient-scope" FORBIDDEN "The access token has not the scope for this",
    /// Nothing is permitted now.
    NoConsent "no-consent" FORBIDDEN "Nothing is permitted now",
    /// There is no such thing, or it is another client's.
    NotFound "not-found" NOT_FOUND "Not found",
    /// The path has other methods.
    MethodNotAllowed "method-not-allowed" METHOD_NOT_ALLOWED "This method is not taken here",
    /// The client used the reference before.
    ReferenceInUse "reference-in-use" CONFLICT "The reference is in use",
    /// The purpose's newest version is another one.
    PurposeChanged "purpose-changed" CONFLICT "The purpose has a newer version",
    /// No such collection, or nothing asks for its erasure.
    NothingToErase "nothing-to-erase" CONFLICT "Nothing asks for an erasure",
    /// No such collection.
    NotCollected "not-collected" CONFLICT "There is no such collection",
    /// Larger than is taken here.
    BodyTooLarge "body-too-large" PAYLOAD_TOO_LARGE "The body is too large",
    /// Another media type than the one that is taken.
    UnsupportedMediaType "unsupported-media-type" UNSUPPORTED_MEDIA_TYPE "This media type is not taken",
    /// Too much at once.
    TooManyRequests "too-many-requests" TOO_MANY_REQUESTS "Too many requests",
    /// A fault of the portal's.
    Internal "internal-error" INTERNAL_SERVER_ERROR "Something went wrong here",
    /// The portal cannot answer now.
    Unavailable "unavailable" SERVICE_UNAVAILABLE "The portal cannot answer now",
}

/// A problem on its way out.
#[derive(Debug)]
pub struct Problem {
    kind: Kind,
    detail: String,
    members: Map<String, Value>,
    headers: Vec<(HeaderName, HeaderValue)>,
}

impl Problem {
    /// A problem of this type, with its constant words.
    #[must_use]
    pub fn of(kind: Kind) -> Self {
        let detail = match kind {
            Kind::NotFound => "There is nothing here that this client can see.",
            Kind::Unauthorized => {
                "Get an access token at /oauth2/token and send it as a bearer token."
            }
            Kind::NoConsent => "Nothing of this request may be collected at this moment.",
            Kind::ReferenceInUse => "This client used the reference for another request.",
            Kind::PurposeChanged => "Read /api/v1/purposes and build for the newest version.",
            Kind::NothingToErase => "No collection of this id waits for an erasure.",
            Kind::NotCollected => "This request has no collection of this id.",
            Kind::BodyTooLarge => "The body has more bytes than are taken here.",
            Kind::TooManyRequests => "Wait as long as Retry-After says.",
            Kind::Unavailable => "Try again later.",
            other => other.title(),
        };
        let detail = detail.to_owned();
        Self { kind, detail, members: Map::new(), headers: Vec::new() }
    }

    /// With these words. Nothing personal.
    #[must_use]
    pub fn detail(self, detail: impl Into<String>) -> Self {
        Self { detail: detail.into(), ..self }
    }

    /// Everything that is wrong with a body.
    #[must_use]
    pub fn invalid(faults: &[Fault]) -> Self {
        let errors: Vec<Value> = faults
            .iter()
            .map(|fault| json!({ "pointer": fault.pointer, "detail": fault.detail }))
            .collect();
        let detail = match errors.len() {
            1 => "1 fault; see errors.".to_owned(),
            count => format!("{count} faults; see errors."),
        };
        Self::of(Kind::Invalid).detail(detail).member("errors", errors.into())
    }

    /// 405, with the methods that are taken.
    #[must_use]
    pub fn method_not_allowed(methods: &'static str) -> Self {
        let problem = Self::of(Kind::MethodNotAllowed).detail(format!("Taken here: {methods}."));
        problem.header(header::ALLOW, HeaderValue::from_static(methods))
    }

    /// 429, with the seconds to wait.
    #[must_use]
    pub fn too_many_requests(seconds: u32) -> Self {
        Self::of(Kind::TooManyRequests).header(header::RETRY_AFTER, seconds.into())
    }

    /// With another header.
    #[must_use]
    pub fn header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.headers.push((name, value));
        self
    }

    pub(super) fn member(mut self, name: &str, value: Value) -> Self {
        self.members.insert(name.to_owned(), value);
        self
    }
}

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        let fault = match error {
            Error::Failed(fault) => fault,
            Error::Refused(refusal) => match refusal {
                Refusal::NotFound => return Self::of(Kind::NotFound),
                Refusal::Invalid(faults) => return Self::invalid(&faults),
                Refusal::ReferenceInUse => return Self::of(Kind::ReferenceInUse),
                Refusal::PurposeChanged => return Self::of(Kind::PurposeChanged),
                Refusal::NothingToErase => return Self::of(Kind::NothingToErase),
                Refusal::NotCollected => return Self::of(Kind::NotCollected),
                Refusal::NoConsent(standing) => {
                    let standing: Vec<Value> = standing.iter().map(standing_json).collect();
                    let problem = Self::of(Kind::NoConsent).member("standing", standing.into());
                    return problem.member("notice", super::NOTICE.into());
                }
                Refusal::Busy { retry_after_seconds } => {
                    let problem = Self::of(Kind::Unavailable);
                    return problem.header(header::RETRY_AFTER, retry_after_seconds.into());
                }
                other => crate::portal::Fault::new(format!(
                    "a refusal that is no requester's: {}",
                    other.code()
                )),
            },
        };
        Self::of(Kind::Internal).detail(format!("Tell the operator this id: {}.", fault.id()))
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut body = Map::new();
        body.insert("type".to_owned(), self.kind.path().into());
        body.insert("title".to_owned(), self.kind.title().into());
        body.insert("status".to_owned(), self.kind.status().as_u16().into());
        body.insert("detail".to_owned(), self.detail.into());
        body.extend(self.members);
        let mut response = Response::new(Body::from(Value::Object(body).to_string()));
        *response.status_mut() = self.kind.status();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        headers.extend(self.headers);
        response
    }
}

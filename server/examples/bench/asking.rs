//! Requests of the bench, and claimants who share everything that is asked for.

use crate::Outcome;
use consent::category::Category;
use consent::decision::{Answer, Decision};
use consent::ids::{ClientId, PersonId, RequestId};
use consent::matching::Identity;
use consent::package::Package;
use consent::purpose::Purpose;
use consent::request::{Asked, AskedItem, Request};
use consent::time::Span;
use server::portal::decisions::{Confirmed, Shown};
use server::portal::requests::Submission;
use server::portal::{Actor, Portal};
use server::records::EmbeddedSource;
use time::Duration;

/// Under this purpose most categories can be asked for, and furthest back.
const PURPOSE: &str = "uc-work-capability";

/// Somebody with a record and an account.
pub struct Known {
    /// Whose record it is.
    pub id: PersonId,
    /// Who they are.
    pub identity: Identity,
    /// With what they sign in.
    pub password: String,
}

impl Known {
    /// Lets the portal read their record.
    pub async fn permit(&self, portal: &Portal) -> Outcome<()> {
        Ok(portal.permit_source(&Actor::Person(self.id), self.id, EmbeddedSource::ID).await?)
    }

    /// Chooses, previews and confirms: everything is shared.
    async fn share_all(&self, portal: &Portal, id: RequestId) -> Outcome<Package> {
        let (actor, person) = (Actor::Person(self.id), self.id);
        let read = portal.request_of(&actor, person, id).await?;
        portal
            .save_draft(&actor, person, id, &sharing_all(&read.loaded.asked.request), false)
            .await?;
        let shown = portal.preview(&actor, person, id).await?;
        match portal
            .confirm(&actor, person, id, Shown::of(shown.package.digest()), &self.password)
            .await?
        {
            Confirmed::Recorded(_) => Ok(shown.package),
            Confirmed::Changed(..) => Err("a record changed while it was looked at".into()),
        }
    }
}

/// Whoever asks.
pub struct Asking<'a> {
    portal: &'a Portal,
    client: &'a ClientId,
    purpose: Purpose,
}

impl<'a> Asking<'a> {
    /// As this client.
    pub fn of(portal: &'a Portal, client: &'a ClientId) -> Outcome<Self> {
        let found = server::registers::shipped_purposes()?
            .into_iter()
            .find(|purpose| purpose.id == PURPOSE);
        Ok(Self { portal, client, purpose: found.ok_or("the register lacks the bench's purpose")? })
    }

    /// Everything that can be asked for.
    pub fn everything(&self) -> &[Category] {
        &self.purpose.categories
    }

    /// Asks for these categories, as far back as the purpose lets.
    pub async fn ask(
        &self,
        reference: &str,
        claimant: &Identity,
        categories: &[Category],
    ) -> Outcome<RequestId> {
        let purpose = &self.purpose;
        let item = |category: &Category| AskedItem {
            category: category.id().to_owned(),
            decision_points: purpose
                .decision_points
                .iter()
                .take(1)
                .map(|point| point.id.clone())
                .collect(),
            reason: "To see what this part of the record says.".to_owned(),
            from: None,
            to: None,
        };
        let asked = Asked {
            items: categories.iter().map(item).collect(),
            ad_hoc: false,
            recipients: purpose.recipients.iter().take(1).cloned().collect(),
            keep_for: Span::parse("P6M")?,
            respond_by: self.portal.now().date_in_london().saturating_add(Duration::days(40)),
        };
        let submission = Submission {
            reference: reference.to_owned(),
            ad_hoc: false,
            purpose: purpose.id.clone(),
            purpose_version: None,
            replaces: None,
            follows: None,
            officer_reference: "BENCH-1".to_owned(),
            officer_role: "Decision maker".to_owned(),
            explanation:
                "We would like to see what your record says, so that you need not look for it."
                    .to_owned(),
            question: None,
            claimant: claimant.clone(),
            asked,
        };
        let id = self.portal.submit_request(self.client, submission).await?.id;
        self.portal.match_request(id).await?;
        Ok(id)
    }

    /// Asks, and has everything shared.
    pub async fn shared(
        &self,
        reference: &str,
        about: &Known,
        categories: &[Category],
    ) -> Outcome<Shared> {
        let id = self.ask(reference, &about.identity, categories).await?;
        let package = about.share_all(self.portal, id).await?;
        let read = self.portal.request_of(&Actor::Person(about.id), about.id, id).await?;
        Ok(Shared { id, request: read.loaded.asked.request, package })
    }
}

/// A request of which everything is shared.
#[derive(Clone)]
pub struct Shared {
    /// Its id.
    pub id: RequestId,
    /// What was asked.
    pub request: Request,
    /// What is sent.
    pub package: Package,
}

/// The decision to share everything.
pub fn sharing_all(request: &Request) -> Decision {
    let answers = request.items.iter().map(|item| (item.category, Answer::Share)).collect();
    Decision { answers, ..Decision::default() }
}

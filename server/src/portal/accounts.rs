//! Accounts: opened with a code, signed in to with e-mail address and password. Nobody outside can
//! tell an address that has no account from a wrong password: same words, same work.
//! No password is hashed inside a transaction.

use super::error::{Refusal, Result};
use super::guesses::{self, Bucket};
use super::hashing::Password;
use super::log::{self, Entry, Kind};
use super::passwords::sound;
use super::people::code_hash;
use super::{Actor, Portal, vault};
use crate::store::{Tx, accounts, people, sessions};
use consent::ids::PersonId;
pub use consent::language::Language;
use consent::time::At;
use serde::{Deserialize, Serialize};
use serde_json::json;

/// What is sealed of an account.
#[derive(Serialize, Deserialize)]
struct Private {
    email: String,
    language: Language,
}

/// An account as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountSeen {
    /// The e-mail address, as it was typed.
    pub email: String,
    /// The language.
    pub language: Language,
    /// Since when there is an account.
    pub activated_at: At,
    /// Since when this is the password.
    pub password_changed_at: At,
}

/// An e-mail address as it was typed, and as it is found again.
struct Email {
    typed: String,
    index: Vec<u8>,
}

/// Reads an address: something, an `@`, something; no spaces. Found again in any case.
fn email(portal: &Portal, typed: &str) -> Option<Email> {
    let typed = typed.trim();
    let (name, domain) = typed.rsplit_once('@')?;
    let plain = |c: char| !c.is_whitespace() && !c.is_control();
    let sound = !name.is_empty()
        && !domain.is_empty()
        && !name.contains('@')
        && !domain.starts_with('.')
        && !domain.ends_with('.')
        && typed.len() <= 254
        && typed.chars().all(plain);
    sound.then(|| Email {
        typed: typed.to_owned(),
        index: portal.keys().blind_index("email", &typed.to_lowercase()),
    })
}

fn context(person: PersonId) -> String {
    format!("account:{person}")
}

/// The language that the person used last; none without an account.
pub(super) async fn last_language(
    portal: &Portal,
    tx: &mut Tx,
    person: PersonId,
) -> Result<Option<Language>> {
    let Some(row) = accounts::of_person(tx, person).await? else { return Ok(None) };
    let key = vault::person_key(portal, tx, person).await?;
    let private: Private = vault::open(&key, &context(person), &row.sealed)?;
    Ok(Some(private.language))
}

impl Portal {
    /// How many password hashes were computed since the start; for measuring that nobody costs as
    /// much as somebody.
    #[must_use]
    pub fn hashes(&self) -> u64 {
        self.0.hasher.count()
    }

    /// Opens an account with the code from the letter, or gives it a new address and password where
    /// there is one. `peer` is whoever calls, as far as that is known; it is kept only as a hash.
    pub async fn activate(
        &self,
        peer: &str,
        code: &str,
        typed_email: &str,
        password: &str,
    ) -> Result<PersonId> {
        let email = email(self, typed_email).ok_or(Refusal::EmailInvalid)?;
        let password = &Password::from(password);
        sound(password, &email.typed)?;
        let guess = guesses::count(self, &[Bucket::Activation(peer)]).await?;
        let hash = code_hash(self, code).ok_or(Refusal::BadCode)?;
        let mut tx = self.db().read().await?;
        let at = self.at(&tx);
        people::person_of_code(&mut tx, &hash, at).await?.ok_or(Refusal::BadCode)?;
        drop(tx);
        let password_hash = self.0.hasher.hash(password).await?;

        let mut tx = self.db().write().await?;
        let now = self.at(&tx);
        let person = people::person_of_code(&mut tx, &hash, now).await?.ok_or(Refusal::BadCode)?;
        if !people::use_code(&mut tx, &hash, now).await? {
            return Err(Refusal::BadCode.into());
        }
        let other = accounts::by_email(&mut tx, &email.index).await?;
        if other.is_some_and(|account| account.person_id != person.0) {
            return Err(Refusal::EmailTaken.into());
        }
        let key = vault::person_key(self, &mut tx, person).await?;
        let private = Private { email: email.typed, language: Language::default() };
        let sealed = vault::seal(self, &key, &context(person), &private)?;
        accounts::put(&mut tx, person, &email.index, &sealed, &password_hash, now).await?;
        sessions::delete_others(&mut tx, person, &[]).await?;
        guess.forgive(&mut tx).await?;
        note(self, &mut tx, Kind::AccountActivated, person).await?;
        tx.commit().await?;
        Ok(person)
    }

    /// Who this is, with a device that is not known.
    pub async fn sign_in(&self, peer: &str, typed_email: &str, password: &str) -> Result<PersonId> {
        self.sign_in_with(peer, typed_email, password, "").await
    }

    /// Who this is. An address without an account and a wrong password are one answer, and so is somebody who died.
    /// `device` is a short code for what they sign in with, for their history.
    pub async fn sign_in_with(
        &self,
        peer: &str,
        typed_email: &str,
        password: &str,
        device: &str,
    ) -> Result<PersonId> {
        let index = self.keys().blind_index("email", &typed_email.trim().to_lowercase());
        let guess =
            guesses::count(self, &[Bucket::SignIn(&index, peer), Bucket::Address(&index)]).await?;
        let mut tx = self.db().read().await?;
        let account = accounts::by_email(&mut tx, &index).await?;
        drop(tx);
        let hash = account.as_ref().map(|account| account.password_hash.as_str());
        let right = self.0.hasher.verify(&password.into(), hash).await?;

        let mut tx = self.db().write().await?;
        let person = account.map(|account| PersonId(account.person_id));
        // For nobody it takes as many statements as for somebody.
        let asked = person.map_or_else(|| self.chance().uuid(self.at(&tx)).map(PersonId), Ok)?;
        let alive = !people::has_died(&mut tx, asked).await?;
        let Some(person) = person.filter(|_| right && alive) else {
            failed(self, &mut tx, person).await?;
            tx.commit().await?;
            return Err(Refusal::WrongSignIn.into());
        };
        guess.forgive(&mut tx).await?;
        let (kind, actor) = (Kind::SignedIn, Actor::Person(person));
        let data = json!({ "device": device });
        let entry = Entry { kind, actor: &actor, subject: Some(person), request: None, data };
        log::append(self, &mut tx, entry).await?;
        tx.commit().await?;
        Ok(person)
    }

    /// Whether somebody who is signed in still knows the password: before they confirm. Nobody but
    /// a person has one.
    pub async fn step_up(&self, actor: &Actor, password: &str) -> Result<()> {
        match actor {
            Actor::Person(person) => self.checked(*person, password).await.map(|_| ()),
            Actor::Client(_) | Actor::Operator | Actor::System => {
                Err(Refusal::WrongPassword.into())
            }
        }
    }

    /// A new password; the person's other sessions end. `session` is the one that stays.
    pub async fn change_password(
        &self,
        actor: &Actor,
        person: PersonId,
        session: &tower_sessions::session::Id,
        current: &str,
        new: &str,
    ) -> Result<()> {
        let account = self.account_of(actor, person).await?;
        let new = &Password::from(new);
        sound(new, &account.email)?;
        let old_hash = self.checked(person, current).await?;
        let new_hash = self.0.hasher.hash(new).await?;
        let mut tx = self.db().write().await?;
        let at = self.at(&tx);
        if !accounts::set_password(&mut tx, person, &old_hash, &new_hash, at).await? {
            return Err(Refusal::WrongPassword.into());
        }
        sessions::delete_others(&mut tx, person, &super::sessions::row_id(session)).await?;
        note(self, &mut tx, Kind::PasswordChanged, person).await?;
        Ok(tx.commit().await?)
    }

    /// The account, for its owner.
    pub async fn account_of(&self, actor: &Actor, person: PersonId) -> Result<AccountSeen> {
        actor.owns(person)?;
        let mut tx = self.db().read().await?;
        let row = accounts::of_person(&mut tx, person).await?.ok_or(Refusal::NotFound)?;
        let key = vault::person_key(self, &mut tx, person).await?;
        let private: Private = vault::open(&key, &context(person), &row.sealed)?;
        Ok(AccountSeen {
            email: private.email,
            language: private.language,
            activated_at: row.activated_at.into(),
            password_changed_at: row.password_changed_at.into(),
        })
    }

    /// The language for pages and mail from now on.
    pub async fn set_language(
        &self,
        actor: &Actor,
        person: PersonId,
        language: Language,
    ) -> Result<()> {
        actor.owns(person)?;
        let mut tx = self.db().write().await?;
        let row = accounts::of_person(&mut tx, person).await?.ok_or(Refusal::NotFound)?;
        let key = vault::person_key(self, &mut tx, person).await?;
        let mut private: Private = vault::open(&key, &context(person), &row.sealed)?;
        if private.language != language {
            private.language = language;
            let sealed = vault::seal(self, &key, &context(person), &private)?;
            accounts::set_sealed(&mut tx, person, &sealed).await?;
        }
        Ok(tx.commit().await?)
    }

    /// Checks the password; gives the hash that it was checked against.
    async fn checked(&self, person: PersonId, password: &str) -> Result<String> {
        let guess = guesses::count(self, &[Bucket::StepUp(person)]).await?;
        let mut tx = self.db().read().await?;
        let account = accounts::of_person(&mut tx, person).await?;
        drop(tx);
        let hash = account.map(|account| account.password_hash);
        let right = self.0.hasher.verify(&password.into(), hash.as_deref()).await?;
        let mut tx = self.db().write().await?;
        let alive = !people::has_died(&mut tx, person).await?;
        let Some(hash) = hash.filter(|_| right && alive) else {
            failed(self, &mut tx, Some(person)).await?;
            tx.commit().await?;
            return Err(Refusal::WrongPassword.into());
        };
        guess.forgive(&mut tx).await?;
        tx.commit().await?;
        Ok(hash)
    }
}

/// An event of a person's own.
async fn note(portal: &Portal, tx: &mut Tx, kind: Kind, person: PersonId) -> Result<()> {
    let actor = Actor::Person(person);
    let entry =
        Entry { kind, actor: &actor, subject: Some(person), request: None, data: json!({}) };
    log::append(portal, tx, entry).await?;
    Ok(())
}

/// A guess that was wrong; for nobody it takes as many statements as for somebody.
async fn failed(portal: &Portal, tx: &mut Tx, person: Option<PersonId>) -> Result<()> {
    if person.is_none() {
        let nobody = PersonId(portal.chance().uuid(portal.at(tx))?);
        people::key_wrapped(tx, nobody).await?;
    }
    let entry = Entry {
        kind: Kind::SignInFailed,
        actor: &Actor::System,
        subject: person,
        request: None,
        data: json!({}),
    };
    log::append(portal, tx, entry).await?;
    Ok(())
}

//! From a package to the page that shows it. The words come from the package's bytes and from nowhere else; what
//! stays comes from what the rule says of it.

use super::asked::{asker, reference, title};
use super::errors::Trouble;
use super::guard::Claimant;
use super::held;
use super::moments::in_london;
use crate::portal::previews::Previewed;
use crate::portal::reading::RequestRead;
use crate::portal::{Error, Fault as Broken};
use app::entry_words::{self, EntryWords};
use app::i18n::Lang;
use app::pages::preview::{Changed, Entry, Fault, FileSeen, Group, PreviewView, Sends, SetAside};
use consent::category::Category;
use consent::package::{Package, Sent, Why, Withheld};
use consent::record::EntryKey;
use std::collections::BTreeMap;

/// What the page says besides the package.
#[derive(Default)]
pub(super) struct Beside {
    /// What is different since they last looked.
    pub changed: Option<Changed>,
    /// What went wrong.
    pub fault: Option<Fault>,
}

/// The page's view of a preview.
pub(super) async fn view(
    claimant: &Claimant,
    read: &RequestRead,
    shown: &Previewed,
    beside: Beside,
) -> Result<PreviewView, Trouble> {
    let lang = claimant.ctx.lang;
    let package = &shown.package;
    let words = words(package, lang)?;
    let aside = aside(claimant, read, shown).await?;
    let withheld = &package.contents().withheld;
    let set_aside = |wanted: fn(&Withheld) -> bool| {
        let found = withheld.iter().filter(|one| wanted(one));
        found.map(|one| (one, aside.get(&one.key))).collect::<Vec<_>>()
    };
    // What would stay for another reason all the same is not asked about.
    let asked_first = set_aside(|one| one.why == Why::AskFirst).into_iter();
    let asked_first = asked_first.filter(|(_, fate)| matches!(fate, Some(Fate::Goes(_))));
    let left_out = set_aside(|one| one.why == Why::LeftOut).into_iter();
    Ok(PreviewView {
        id: read.loaded.id().to_string(),
        reference: reference(read),
        asker: asker(&read.loaded),
        sends: sends(read, shown),
        groups: groups(lang, &package.contents().sent, words),
        asked_first: asked_first.map(|(one, fate)| set_aside_line(lang, one, fate)).collect(),
        left_out: left_out.map(|(one, fate)| set_aside_line(lang, one, fate)).collect(),
        held: held::of(lang, &read.loaded.asked.request, &shown.decision, withheld, &aside),
        kept_until: in_london(shown.until),
        smaller: shown.cut,
        changed: beside.changed,
        fault: beside.fault,
    })
}

/// The words of a package, one for each entry.
pub(super) fn words(package: &Package, lang: Lang) -> Result<Vec<EntryWords>, Trouble> {
    let words = entry_words::read(package.bytes(), lang).ok();
    let words = words.filter(|words| words.len() == package.contents().sent.len());
    words.ok_or_else(|| Broken::new("a package has no words").into())
}

/// The file's name, size and digest, where something is in it.
pub(super) fn file(package: &Package) -> Option<FileSeen> {
    let count = package.contents().sent.len();
    (count > 0).then(|| FileSeen {
        entries: u32::try_from(count).unwrap_or(u32::MAX),
        bytes: package.bytes().len() as u64,
        digest: package.digest().to_string(),
    })
}

/// What the file is called when it is kept.
pub(super) fn file_name(reference: &str) -> String {
    format!("{}.json", reference.replace(' ', "-"))
}

fn sends(read: &RequestRead, shown: &Previewed) -> Sends {
    if shown.decision.shared().is_empty() {
        return Sends::NothingShared;
    }
    let Some(file) = file(&shown.package) else { return Sends::NothingRecorded };
    let value = serde_json::from_slice::<serde_json::Value>(shown.package.bytes());
    let json = value.and_then(|value| serde_json::to_string_pretty(&value)).unwrap_or_default();
    Sends::File { file, name: file_name(&reference(read)), json }
}

fn groups(lang: Lang, sent: &[Sent], words: Vec<EntryWords>) -> Vec<Group> {
    let mut groups: Vec<(Category, Group)> = Vec::new();
    for (sent, words) in sent.iter().zip(words) {
        let entry = Entry {
            number: u32::try_from(words.number).unwrap_or(u32::MAX),
            when_and_who: when_and_who(&words),
            line: words.what,
            elements: words.details,
        };
        match groups.iter_mut().find(|(home, _)| *home == sent.home) {
            Some((_, group)) => group.entries.push(entry),
            None => groups
                .push((sent.home, Group { title: title(lang, sent.home), entries: vec![entry] })),
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

fn when_and_who(words: &EntryWords) -> String {
    let parts: Vec<&str> =
        [words.when.as_deref(), words.who.as_deref()].into_iter().flatten().collect();
    parts.join(" · ")
}

/// What would become of an entry that is set aside, were it put in.
pub(super) enum Fate {
    /// It would go.
    Goes(EntryWords),
    /// It would stay for another reason.
    Stays(Why),
}

/// Puts in what was set aside, only to look: an entry's words come from a package that has it.
async fn aside(
    claimant: &Claimant,
    read: &RequestRead,
    shown: &Previewed,
) -> Result<BTreeMap<EntryKey, Fate>, Trouble> {
    let withheld = &shown.package.contents().withheld;
    let is_aside = |one: &&Withheld| matches!(one.why, Why::LeftOut | Why::AskFirst);
    let keys: Vec<EntryKey> = withheld.iter().filter(is_aside).map(|one| one.key).collect();
    if keys.is_empty() || shown.cut {
        return Ok(BTreeMap::new());
    }
    let mut decision = shown.decision.clone();
    decision.left_out.clear();
    decision.put_in.extend(keys.iter().map(|key| *key.digest()));
    let package = match claimant
        .portal
        .summary(&claimant.actor, claimant.subject, read.loaded.id(), &decision)
        .await
    {
        Ok(package) => package,
        // The page stands without these words.
        Err(Error::Refused(_)) => return Ok(BTreeMap::new()),
        Err(other) => return Err(other.into()),
    };
    let words = words(&package, claimant.ctx.lang)?;
    let contents = package.contents();
    let goes = contents.sent.iter().zip(words).map(|(sent, words)| (sent.key, Fate::Goes(words)));
    let stays = contents.withheld.iter().map(|one| (one.key, Fate::Stays(one.why.clone())));
    Ok(goes.chain(stays).filter(|(key, _)| keys.contains(key)).collect())
}

fn set_aside_line(lang: Lang, one: &Withheld, fate: Option<&Fate>) -> SetAside {
    let (line, when_and_who) = match fate {
        Some(Fate::Goes(words)) => (words.what.clone(), when_and_who(words)),
        Some(Fate::Stays(_)) | None => {
            (one.home.map(|home| title(lang, home)).unwrap_or_default(), String::new())
        }
    };
    SetAside { key: one.key.to_string(), line, when_and_who }
}

/// What one package says that the other does not, in lines.
pub(super) fn changed(before: &Package, after: &Package, lang: Lang) -> Result<Changed, Trouble> {
    let lines = |package: &Package| {
        let words = words(package, lang)?;
        Ok::<_, Trouble>(words.into_iter().map(|words| words.line).collect::<Vec<String>>())
    };
    let (mut gone, mut added) = (lines(before)?, lines(after)?);
    added.retain(|line| match gone.iter().position(|known| known == line) {
        Some(place) => {
            gone.remove(place);
            false
        }
        None => true,
    });
    Ok(Changed { added, gone })
}

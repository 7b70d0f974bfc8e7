//! From a package to the page that shows it. The words come from the package's bytes and from nowhere else; what
//! stays comes from what the rule says of it.

use super::asked::{asker, reference, title};
use super::choose::to_come;
use super::errors::Trouble;
use super::guard::Claimant;
use super::moments::in_london;
use super::{aside, held, standing};
use crate::portal::Fault as Broken;
use crate::portal::previews::Previewed;
use crate::portal::reading::RequestRead;
use app::entry_words::{self, EntryWords};
use app::i18n::Lang;
use app::pages::preview::{
    Again, Changed, Entry, Fault, FileSeen, Group, ItemSeen, Looking, Narrowed, Part, PreviewView,
    Sends,
};
use consent::category::Category;
use consent::decision::Decision;
use consent::package::Package;
use consent::request::Item;
use consent::time::Date;
use std::collections::BTreeMap;

/// A file of so many bytes is shown on the page itself; a longer one on pages of its own.
const SHORT: usize = 12_000;

/// What the page says besides the package.
#[derive(Default)]
pub(super) struct Beside {
    /// Why it has to be looked at again.
    pub again: Option<Again>,
    /// What is different since they last looked.
    pub changed: Option<Changed>,
    /// Which part is looked at.
    pub looking: Looking,
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
    let (lang, id) = (claimant.ctx.lang, read.loaded.id());
    let package = &shown.package;
    let words = words(package, lang)?;
    let (actor, subject) = (&claimant.actor, claimant.subject);
    let opened = claimant.portal.opened_letters(actor, subject, id).await?;
    // A page of one group, or of what was found, says nothing of what stays.
    let aside = match beside.looking.part {
        Part::Group(_) | Part::Found | Part::List => BTreeMap::new(),
        Part::Whole | Part::Letters | Part::AskedFirst | Part::LeftOut => {
            aside::of(claimant, read, shown).await?
        }
    };
    let withheld = &package.contents().withheld;
    let items: Vec<&Item> = items(read, shown);
    Ok(PreviewView {
        id: id.to_string(),
        reference: reference(read),
        asker: asker(&read.loaded),
        sends: sends(read, shown),
        items: items.iter().map(|item| item_seen(claimant, read, item)).collect(),
        letters: aside::letters(shown, &words, &aside, &opened),
        groups: groups(lang, shown, &items, words),
        asked_first: aside::asked_first(lang, withheld, &aside),
        left_out: aside::left_out(lang, withheld, &aside),
        held: held::of(lang, &read.loaded.asked.request, &shown.decision, withheld, &aside),
        narrowed: narrowed(lang, &shown.decision),
        gauge: if shown.cut {
            Vec::new()
        } else {
            super::gauged::gauges(read, package, lang, claimant.portal.now().date_in_london())
        },
        reply_by: reply_by(claimant, read),
        kept_until: in_london(shown.until),
        smaller: shown.cut,
        stopped: if shown.cut { stopped(claimant, read).await? } else { None },
        again: beside.again,
        changed: beside.changed,
        looking: beside.looking,
        fault: beside.fault,
    })
}

/// When the asker means to decide, where that has not passed and nothing was decided yet.
fn reply_by(claimant: &Claimant, read: &RequestRead) -> Option<Date> {
    let undecided = standing::decision(read).is_none();
    undecided.then(|| to_come(claimant, &read.loaded.asked.request)).flatten()
}

/// What was asked for and is shared, in the order of the request.
fn items<'a>(read: &'a RequestRead, shown: &Previewed) -> Vec<&'a Item> {
    let shared = shown.decision.shared();
    let items = read.loaded.asked.request.items.iter();
    items.filter(|item| shared.contains(&item.category)).collect()
}

fn item_seen(claimant: &Claimant, read: &RequestRead, item: &Item) -> ItemSeen {
    let welsh = claimant.welsh();
    let points = item.decision_points.iter().filter_map(|id| read.purpose.decision_point(id));
    ItemSeen {
        title: title(claimant.ctx.lang, item.category),
        reason: item.reason.clone(),
        points: points
            .map(|point| if welsh { point.title.cy.clone() } else { point.title.en.clone() })
            .collect(),
    }
}

/// Of what less goes than was asked for.
pub(super) fn narrowed(lang: Lang, decision: &Decision) -> Vec<Narrowed> {
    let shared = decision.shared();
    let each = decision.narrowed.iter().filter(|(category, _)| shared.contains(category));
    each.map(|(category, narrowing)| Narrowed {
        title: title(lang, *category),
        from: narrowing.from,
        to: narrowing.to,
        one_provider: narrowing.provider.is_some(),
    })
    .collect()
}

/// The receipt of what was stopped, beside the smaller file.
async fn stopped(claimant: &Claimant, read: &RequestRead) -> Result<Option<String>, Trouble> {
    let (actor, subject) = (&claimant.actor, claimant.subject);
    let newest = claimant.portal.newest_answer(actor, subject, read.loaded.id()).await?;
    Ok(newest.map(|receipt| receipt.id.to_string()))
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
    let json = (shown.package.bytes().len() <= SHORT).then(|| pretty(&shown.package));
    Sends::File { file, name: file_name(&reference(read)), json }
}

/// The file's text with line breaks put in.
pub(super) fn pretty(package: &Package) -> String {
    let value = serde_json::from_slice::<serde_json::Value>(package.bytes());
    value.and_then(|value| serde_json::to_string_pretty(&value)).unwrap_or_default()
}

fn groups(lang: Lang, shown: &Previewed, items: &[&Item], words: Vec<EntryWords>) -> Vec<Group> {
    let mut groups: Vec<(Category, Group)> = Vec::new();
    for (sent, words) in shown.package.contents().sent.iter().zip(words) {
        let lets_it_go = |item: &Item| {
            // An address stands in the Patient, which is at home under who they are.
            let address = sent.home == Category::WhoIAm
                && item.category == Category::AddressAndContact
                && !shown.decision.shared().contains(&Category::WhoIAm);
            item.category == sent.home || sent.matters.contains(&item.category) || address
        };
        let supports = sent.date.is_none() && SUPPORTS.contains(&kind_of(&sent.name));
        let places = items.iter().enumerate().filter(|(_, item)| !supports && lets_it_go(item));
        let entry = Entry {
            number: u32::try_from(words.number).unwrap_or(u32::MAX),
            key: sent.key.to_string(),
            when_and_who: when_and_who(&words),
            year: sent.date.map(Date::year),
            items: places.map(|(place, _)| place).collect(),
            chosen: shown.decision.put_in.contains(sent.key.digest()),
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

/// What goes because other entries name it, unless it is asked for itself.
const SUPPORTS: [&str; 6] =
    ["Organization", "Practitioner", "PractitionerRole", "Location", "Medication", "Device"];

fn kind_of(name: &str) -> &str {
    name.split('/').next().unwrap_or_default()
}

/// "Since March 2014 · Dr A Jones": it stands by itself, so it begins with a capital.
pub(super) fn when_and_who(words: &EntryWords) -> String {
    let parts: Vec<&str> =
        [words.when.as_deref(), words.who.as_deref()].into_iter().flatten().collect();
    let joined = parts.join(" · ");
    let mut letters = joined.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
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

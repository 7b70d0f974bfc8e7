//! What is not in the package and could be: letters, entries that are asked about, entries that were left out. Their
//! words come from a package that has them, made only to look at.

use super::asked::title;
use super::errors::Trouble;
use super::guard::Claimant;
use super::held::is_asked_about;
use super::previewed::{when_and_who, words};
use crate::portal::Error;
use crate::portal::letters::count_files;
use crate::portal::previews::Previewed;
use crate::portal::reading::RequestRead;
use app::components::Answer;
use app::entry_words::EntryWords;
use app::i18n::Lang;
use app::pages::preview::{Letter, SetAside};
use consent::category::Category;
use consent::classify::WhyNever;
use consent::digest::Digest;
use consent::package::{Sent, Why, Withheld};
use consent::record::EntryKey;
use std::collections::{BTreeMap, BTreeSet};

/// What would become of an entry that is set aside, were it put in.
pub(super) enum Fate {
    /// It would go, in these words; and how many files it holds.
    Goes(Box<EntryWords>, usize),
    /// It would stay for another reason.
    Stays(Why),
}

/// Every entry that is set aside.
pub(super) type Aside = BTreeMap<EntryKey, Fate>;

/// Puts in what was set aside, only to look.
pub(super) async fn of(
    claimant: &Claimant,
    read: &RequestRead,
    shown: &Previewed,
) -> Result<Aside, Trouble> {
    let withheld = &shown.package.contents().withheld;
    let keys: BTreeSet<EntryKey> = withheld
        .iter()
        .filter(|one| one.why == Why::LeftOut || is_asked_about(one, &one.why))
        .map(|one| one.key)
        .collect();
    // The letters that go are shown with the others, and can be opened like them.
    let chosen = shown.package.contents().sent.iter().any(is_letter);
    if (keys.is_empty() && !chosen) || shown.cut {
        return Ok(Aside::new());
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
        Err(Error::Refused(_)) => return Ok(Aside::new()),
        Err(other) => return Err(other.into()),
    };
    let words = words(&package, claimant.ctx.lang)?;
    let files = count_files(&package);
    let contents = package.contents();
    let goes = contents.sent.iter().zip(words).zip(files);
    let goes = goes.map(|((sent, words), files)| (sent.key, Fate::Goes(Box::new(words), files)));
    let stays = contents.withheld.iter().map(|one| (one.key, Fate::Stays(one.why.clone())));
    let asked = |key: &EntryKey| {
        keys.contains(key)
            || shown.package.contents().sent.iter().any(|sent| sent.key == *key && is_letter(sent))
    };
    Ok(goes.chain(stays).filter(|(key, _)| asked(key)).collect())
}

/// A letter that goes.
fn is_letter(sent: &Sent) -> bool {
    sent.home == Category::LettersAndDocuments && !sent.name.starts_with("Binary/")
}

/// Whether an entry that stays is one that is chosen as a letter.
pub(super) fn is_letter_aside(one: &Withheld) -> bool {
    if one.kind == "Binary" {
        return false;
    }
    match one.why {
        Why::LetterNotChosen | Why::Never(WhyNever::Unreadable) => true,
        Why::LeftOut | Why::AskFirst => one.home == Some(Category::LettersAndDocuments),
        _ => false,
    }
}

/// The letters, chosen or not, in the order of their days as the package has them: those that go first.
pub(super) fn letters(
    shown: &Previewed,
    sent_words: &[EntryWords],
    aside: &Aside,
    opened: &BTreeSet<Digest>,
) -> Vec<Letter> {
    let contents = shown.package.contents();
    let letter = |key: EntryKey, words: &EntryWords, files, scan, answer| Letter {
        key: key.to_string(),
        line: words.what.clone(),
        when_and_who: when_and_who(words),
        elements: words.details.clone(),
        files,
        scan,
        opened: opened.contains(key.digest()),
        answer,
    };
    let goes = contents.sent.iter().zip(sent_words).filter(|(sent, _)| is_letter(sent));
    let goes = goes.filter(|(sent, _)| shown.decision.put_in.contains(sent.key.digest()));
    let goes = goes.filter_map(|(sent, words)| match aside.get(&sent.key) {
        Some(Fate::Goes(_, files)) => {
            // Of one that goes already nothing has to be opened first.
            Some(letter(sent.key, words, *files, false, Some(Answer::Share)))
        }
        _ => None,
    });
    let stays = contents.withheld.iter().filter(|one| is_letter_aside(one));
    let stays = stays.filter_map(|one| {
        let Some(Fate::Goes(words, files)) = aside.get(&one.key) else { return None };
        let answer = (one.why == Why::LeftOut).then_some(Answer::DoNotShare);
        let scan = one.why == Why::Never(WhyNever::Unreadable);
        Some(letter(one.key, words, *files, scan, answer))
    });
    goes.chain(stays).collect()
}

/// What else goes only when they say so. What would stay for another reason all the same is not asked about.
pub(super) fn asked_first(lang: Lang, withheld: &[Withheld], aside: &Aside) -> Vec<SetAside> {
    let asked = withheld.iter().filter(|one| one.why == Why::AskFirst && !is_letter_aside(one));
    let asked = asked.filter(|one| matches!(aside.get(&one.key), Some(Fate::Goes(..))));
    asked.map(|one| line(lang, one, aside.get(&one.key))).collect()
}

/// What they left out, but for letters, which stand among the letters.
pub(super) fn left_out(lang: Lang, withheld: &[Withheld], aside: &Aside) -> Vec<SetAside> {
    let among_letters = |one: &&Withheld| {
        is_letter_aside(one) && matches!(aside.get(&one.key), Some(Fate::Goes(..)))
    };
    let out = withheld.iter().filter(|one| one.why == Why::LeftOut && !among_letters(one));
    out.map(|one| line(lang, one, aside.get(&one.key))).collect()
}

fn line(lang: Lang, one: &Withheld, fate: Option<&Fate>) -> SetAside {
    let (line, when_and_who) = match fate {
        Some(Fate::Goes(words, _)) => (words.what.clone(), when_and_who(words)),
        Some(Fate::Stays(_)) | None => {
            (one.home.map(|home| title(lang, home)).unwrap_or_default(), String::new())
        }
    };
    SetAside { key: one.key.to_string(), line, when_and_who }
}

//! What every page says of a request: who asks, its reference, the titles of what is asked for.

pub(super) use crate::documents::words::asker_of;
use crate::portal::asked::Loaded;
use crate::portal::reading::RequestRead;
use crate::registers;
use app::i18n::Lang;
use consent::category::Category;

/// Who asks, as the register names them.
pub(super) fn asker(loaded: &Loaded) -> String {
    asker_of(&loaded.asker.0, &loaded.asker.1)
}

/// The reference, as people read it.
pub(super) fn reference(read: &RequestRead) -> String {
    read.loaded.id().short()
}

/// A category's title, word for word.
pub(super) fn title(lang: Lang, category: Category) -> String {
    registers::title(category, lang == Lang::Cy).to_owned()
}

/// What the recipients are called, in the order of the request or of the register.
pub(super) fn recipients(lang: Lang, registered: &[String]) -> Vec<String> {
    let welsh = lang == Lang::Cy;
    registered.iter().map(|name| registers::recipient(name, welsh).to_owned()).collect()
}

/// Several titles, in the order of the register.
pub(super) fn titles<'a>(
    lang: Lang,
    categories: impl IntoIterator<Item = &'a Category>,
) -> Vec<String> {
    categories.into_iter().map(|category| title(lang, *category)).collect()
}

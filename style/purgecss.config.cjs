// What no page names is left out of the style sheet. A class is found by its name in the pages' sources.
module.exports = {
  content: ['app/src/**/*.rs', 'server/templates/*'],
  defaultExtractor: (source) => source.match(/[A-Za-z0-9_-]+/g) ?? [],
  // Made of a word and a number.
  safelist: { standard: [/^say-left-\d+$/] },
};

// Reads the .bib, .ris or CSL-JSON file named on the command line with citation-js and prints its
// records as JSON.

const fs = require('fs')
const { Cite } = require('@citation-js/core')
require('@citation-js/plugin-bibtex')
require('@citation-js/plugin-ris')

function name (author) {
  const last = [author['non-dropping-particle'], author.family || author.literal].filter(Boolean).join(' ')
  return [last, author.suffix, author.given].filter(Boolean).join(', ')
}

const records = new Cite(fs.readFileSync(process.argv[2], 'utf8')).data
console.log(JSON.stringify(records.map(record => ({
  key: record.id,
  title: record.title || '',
  authors: (record.author || []).map(name)
}))))

// lint-ajv.js: fifteen of the review's rules as far as a JSON schema can say them, for ajv.
//
//   node lint-ajv.js DESIGN.trellis
//
// Each rule is about the shape of one card: something is there, or there is
// enough of it. What a schema cannot say is left out, and that is most of the
// review: nothing is added up, compared between tiers or motions, or softened
// by what is decided. Prints how many problems there are.

const fs = require('fs')
const Ajv = require('ajv')

const has = (...names) => ({ required: names })
const some = { type: 'array', minItems: 1 }

const criterion = { anyOf: [has('value'), { properties: { is: { const: 'yes' } }, required: ['is'] }] }     // TIER-VAGUE

const tier = {
  allOf: [
    { required: ['criteria'], properties: { criteria: some } },                                             // TIER-NO-CRITERIA
    { required: ['benefits'], properties: { benefits: some } },                                             // TIER-COSMETIC
    has('review')                                                                                           // TIER-NO-REVIEW
  ],
  properties: { criteria: { items: criterion } }
}

const incentive = {
  allOf: [
    has('trigger', 'basis', 'rates'),                                                                       // INC-INCOMPLETE
    { if: { properties: { kind: { const: 'deal-registration' } } }, then: has('condition') },               // INC-REG-NO-CLOSE
    has('cap')                                                                                              // INC-UNBOUNDED
  ]
}

const motion = {
  allOf: [
    { required: ['types'], properties: { types: some } },                                                   // MOTION-NO-TYPE
    has('statement'),                                                                                       // MOTION-UNWRITTEN
    has('owner'),                                                                                           // MOTION-UNOWNED
    { properties: { tiers: { maxItems: 4 } } },                                                             // TIER-MANY
    { required: ['incentives'], properties: { incentives: some } },                                         // INC-NONE
    { required: ['path'], properties: { path: { contains: { properties: { kind: { const: 'first-deal' } } } } } }   // PATH-NO-FIRST-DEAL
  ],
  properties: {
    tiers: { items: tier },
    incentives: { items: incentive },
    path: { items: has('owner') }                                                                           // PATH-NO-OWNER
  }
}

const validate = new Ajv({ allErrors: true }).compile({
  properties: {
    metrics: { items: has('target') },                                                                      // METRIC-NO-NUMBER
    motions: { items: motion }
  }
})

validate(JSON.parse(fs.readFileSync(process.argv[2], 'utf8')))
console.log((validate.errors || []).length)

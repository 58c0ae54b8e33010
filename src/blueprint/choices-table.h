/* choices-table.h: the closed lists that a member may choose from, declared once.
 *
 * LIST (CONSTANT, CHOICE (CONSTANT, "id in the file", label) …)
 *
 * Ids never change and are never translated; labels go through gettext with
 * the context "choice". */

TRL_LIST (STATUS,
  TRL_CHOICE (STATUS, DRAFT, "draft", NC_("choice", "Draft"))
  TRL_CHOICE (STATUS, IN_REVIEW, "in-review", NC_("choice", "In review"))
  TRL_CHOICE (STATUS, APPROVED, "approved", NC_("choice", "Approved")))

TRL_LIST (DECISION,
  TRL_CHOICE (DECISION, TYPES, "types", NC_("choice", "Types and motions"))
  TRL_CHOICE (DECISION, TIERS, "tiers", NC_("choice", "Tiers"))
  TRL_CHOICE (DECISION, INCENTIVES, "incentives", NC_("choice", "Incentives"))
  TRL_CHOICE (DECISION, ENABLEMENT, "enablement", NC_("choice", "Enablement"))
  TRL_CHOICE (DECISION, METRICS, "metrics", NC_("choice", "Metrics")))

TRL_LIST (DECIDED,
  TRL_CHOICE (DECIDED, DECIDED, "decided", NC_("choice", "Decided"))
  TRL_CHOICE (DECIDED, RECHECK, "recheck", NC_("choice", "To re-check")))

TRL_LIST (RECRUITING,
  TRL_CHOICE (RECRUITING, ON_HOLD, "on-hold", NC_("choice", "On hold"))
  TRL_CHOICE (RECRUITING, OPEN, "open", NC_("choice", "Open")))

TRL_LIST (PERIOD,
  TRL_CHOICE (PERIOD, DEAL, "deal", NC_("choice", "a deal"))
  TRL_CHOICE (PERIOD, SUBSCRIPTION, "subscription", NC_("choice", "a subscription"))
  TRL_CHOICE (PERIOD, PARTNER, "partner", NC_("choice", "a partner"))
  TRL_CHOICE (PERIOD, CUSTOMER, "customer", NC_("choice", "a customer"))
  TRL_CHOICE (PERIOD, WEEK, "week", NC_("choice", "a week"))
  TRL_CHOICE (PERIOD, MONTH, "month", NC_("choice", "a month"))
  TRL_CHOICE (PERIOD, QUARTER, "quarter", NC_("choice", "a quarter"))
  TRL_CHOICE (PERIOD, HALF_YEAR, "half-year", NC_("choice", "half a year"))
  TRL_CHOICE (PERIOD, YEAR, "year", NC_("choice", "a year"))
  TRL_CHOICE (PERIOD, PROGRAM, "program", NC_("choice", "in all")))

TRL_LIST (ROLE,
  TRL_CHOICE (ROLE, TARGET, "target", NC_("choice", "Target"))
  TRL_CHOICE (ROLE, GUARDRAIL, "guardrail", NC_("choice", "Guardrail")))

TRL_LIST (STAGE,
  TRL_CHOICE (STAGE, PLANNED, "planned", NC_("choice", "Planned"))
  TRL_CHOICE (STAGE, PILOT, "pilot", NC_("choice", "Pilot"))
  TRL_CHOICE (STAGE, LIVE, "live", NC_("choice", "Live"))
  TRL_CHOICE (STAGE, RETIRING, "retiring", NC_("choice", "Retiring")))

TRL_LIST (PARTY,
  TRL_CHOICE (PARTY, US, "us", NC_("choice", "We"))
  TRL_CHOICE (PARTY, PARTNER, "partner", NC_("choice", "Partner"))
  TRL_CHOICE (PARTY, BOTH, "both", NC_("choice", "Both"))
  TRL_CHOICE (PARTY, DISTRIBUTOR, "distributor", NC_("choice", "Distributor")))

TRL_LIST (DIRECT_REPS,
  TRL_CHOICE (DIRECT_REPS, NEUTRAL, "neutral", NC_("choice", "Paid the same"))
  TRL_CHOICE (DIRECT_REPS, REDUCED, "reduced", NC_("choice", "Paid less"))
  TRL_CHOICE (DIRECT_REPS, NONE, "none", NC_("choice", "Not paid")))

TRL_LIST (IS,
  TRL_CHOICE (IS, AT_LEAST, "at-least", NC_("choice", "at least"))
  TRL_CHOICE (IS, AT_MOST, "at-most", NC_("choice", "at most"))
  TRL_CHOICE (IS, YES, "yes", NC_("choice", "yes")))

TRL_LIST (PAYEE,
  TRL_CHOICE (PAYEE, COMPANY, "company", NC_("choice", "The partner company"))
  TRL_CHOICE (PAYEE, PARTNER_REP, "partner-rep", NC_("choice", "The partner's representative"))
  TRL_CHOICE (PAYEE, OWN_REP, "own-rep", NC_("choice", "Our representative"))
  TRL_CHOICE (PAYEE, CUSTOMER, "customer", NC_("choice", "The customer")))

TRL_LIST (MONEY,
  TRL_CHOICE (MONEY, WE_PAY, "we-pay", NC_("choice", "We pay the partner"))
  TRL_CHOICE (MONEY, PARTNER_PAYS, "partner-pays", NC_("choice", "The partner pays us"))
  TRL_CHOICE (MONEY, PASS_THROUGH, "pass-through", NC_("choice", "Passed through")))

TRL_LIST (BASIS,
  TRL_CHOICE (BASIS, FIRST_YEAR_VALUE, "first-year-value", NC_("choice", "first-year value"))
  TRL_CHOICE (BASIS, LIST_PRICE, "list-price", NC_("choice", "list price"))
  TRL_CHOICE (BASIS, NET_PRICE, "net-price", NC_("choice", "net price"))
  TRL_CHOICE (BASIS, DEAL, "deal", NC_("choice", "each deal"))
  TRL_CHOICE (BASIS, EVENT, "event", NC_("choice", "each event"))
  TRL_CHOICE (BASIS, RECURRING_REVENUE, "recurring-revenue", NC_("choice", "recurring revenue"))
  TRL_CHOICE (BASIS, PERIOD_REVENUE, "period-revenue", NC_("choice", "revenue of the period"))
  TRL_CHOICE (BASIS, RENEWED_VALUE, "renewed-value", NC_("choice", "renewed value"))
  TRL_CHOICE (BASIS, SERVICES, "services", NC_("choice", "services revenue"))
  TRL_CHOICE (BASIS, PLAN, "plan", NC_("choice", "an agreed plan"))
  TRL_CHOICE (BASIS, GROSS_PROFIT, "gross-profit", NC_("choice", "our gross profit"))
  TRL_CHOICE (BASIS, UNITS, "units", NC_("choice", "units"))
  TRL_CHOICE (BASIS, TRANSACTION, "transaction", NC_("choice", "each transaction")))

TRL_LIST (BUSINESS,
  TRL_CHOICE (BUSINESS, NEW, "new", NC_("choice", "new business"))
  TRL_CHOICE (BUSINESS, RENEWAL, "renewal", NC_("choice", "renewals"))
  TRL_CHOICE (BUSINESS, EXPANSION, "expansion", NC_("choice", "expansion")))

TRL_LIST (STACKING,
  TRL_CHOICE (STACKING, ADDS, "adds", NC_("choice", "Adds to the others"))
  TRL_CHOICE (STACKING, ON_NET, "on-net", NC_("choice", "On the price after the others"))
  TRL_CHOICE (STACKING, INSTEAD, "instead", NC_("choice", "Instead of the others")))

TRL_LIST (COLOUR,
  TRL_CHOICE (COLOUR, YELLOW, "yellow", NC_("choice", "Yellow"))
  TRL_CHOICE (COLOUR, PINK, "pink", NC_("choice", "Pink"))
  TRL_CHOICE (COLOUR, BLUE, "blue", NC_("choice", "Blue"))
  TRL_CHOICE (COLOUR, GREEN, "green", NC_("choice", "Green")))

TRL_LIST (NOTE,
  TRL_CHOICE (NOTE, IDEA, "idea", NC_("choice", "Idea"))
  TRL_CHOICE (NOTE, QUESTION, "question", NC_("choice", "Question"))
  TRL_CHOICE (NOTE, DECISION, "decision", NC_("choice", "Decision"))
  TRL_CHOICE (NOTE, ACTION, "action", NC_("choice", "Action")))

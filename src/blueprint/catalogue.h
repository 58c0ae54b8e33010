/* catalogue.h: what the field offers: partner types, motions, criteria, benefits, incentives, events, steps, metrics, units.
 *
 * Made from catalogue-table.h. Rules ask an entry for its properties ("is
 * this event earlier than closed-won?"), never for its name. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TRL_CATALOGUE_NONE,
  TRL_CATALOGUE_TYPES,
  TRL_CATALOGUE_MOTIONS,
  TRL_CATALOGUE_CRITERIA,
  TRL_CATALOGUE_BENEFITS,
  TRL_CATALOGUE_INCENTIVES,
  TRL_CATALOGUE_EVENTS,
  TRL_CATALOGUE_STEPS,
  TRL_CATALOGUE_METRICS,
  TRL_CATALOGUE_UNITS,
  TRL_N_CATALOGUES
} TrlCatalogue;

/**
 * TrlRoute:
 *
 * How a partner makes money with us: the test of "monetize differently"
 * (seed, pitfall 1). A set of flags; a partner may have several.
 */
typedef enum
{
  TRL_ROUTE_NONE     = 0,
  TRL_ROUTE_REFER    = 1 << 0,
  TRL_ROUTE_TRANSACT = 1 << 1,
  TRL_ROUTE_DELIVER  = 1 << 2,
  TRL_ROUTE_BUILD    = 1 << 3
} TrlRoute;

/**
 * TrlEntryFlags:
 * @TRL_ENTRY_CASH: an incentive that pays money of ours to a partner on a deal
 * @TRL_ENTRY_ACTIVITY: an incentive that pays, or an event that shows, activity and not outcome
 * @TRL_ENTRY_REVERSED: money that the partner pays
 * @TRL_ENTRY_COMMERCIAL: an event or step that shows business: a deal registered, won, referred; an integration live
 * @TRL_ENTRY_SKILL: a step that proves a skill
 * @TRL_ENTRY_VANITY: a metric that counts activity
 * @TRL_ENTRY_RECRUITING: a step before the signature
 * @TRL_ENTRY_SUBJECTIVE: a criterion that somebody judges
 * @TRL_ENTRY_STANDING: a criterion that counts what is there now, so that it falls when customers leave
 */
typedef enum
{
  TRL_ENTRY_CASH       = 1 << 0,
  TRL_ENTRY_ACTIVITY   = 1 << 1,
  TRL_ENTRY_REVERSED   = 1 << 2,
  TRL_ENTRY_COMMERCIAL = 1 << 3,
  TRL_ENTRY_SKILL      = 1 << 4,
  TRL_ENTRY_VANITY     = 1 << 5,
  TRL_ENTRY_RECRUITING = 1 << 6,
  TRL_ENTRY_SUBJECTIVE = 1 << 7,
  TRL_ENTRY_STANDING   = 1 << 8
} TrlEntryFlags;

/**
 * TrlCompare:
 *
 * How two benefits of one kind compare (domain 3.6). Status never counts as a
 * difference (seed, decision 2).
 */
typedef enum
{
  TRL_COMPARE_TEXT,
  TRL_COMPARE_QUANTITY,
  TRL_COMPARE_ORDINAL,
  TRL_COMPARE_YES_NO,
  TRL_COMPARE_STATUS
} TrlCompare;

/**
 * TrlEntry:
 * @catalogue: the catalogue that it stands in
 * @number: its place there: TRL_TYPES_RESELLER, TRL_EVENTS_CLOSED_WON, …
 * @id: its name in files, never translated
 * @label: its name, untranslated; context is the catalogue's name, see trl_entry_get_label()
 * @help: one line, untranslated
 * @usual: whether the palette shows it without a search
 * @routes: types: the routes they earn by; motions and incentives: the routes
 *   that they fit (0: any); criteria: the routes that cannot earn them
 * @flags: see #TrlEntryFlags
 * @unit: (nullable): the id of the usual unit; "money" is the program's currency
 * @direction: criteria, benefits, metrics: 1 more is more, -1 less is more, 0 yes or no
 * @compare: benefits: how they compare
 * @scale: (nullable): benefits: the ids of the steps of an ordinal scale, low to high, with "|" between
 * @motion: types: the usual motion
 * @incentive: types: the usual incentive
 * @trigger: incentives: the usual trigger; steps: the event that they reach; -1 none;
 *   criteria: the event that they count; 0 none
 * @basis: incentives: the usual basis, a choice of TRL_CHOICES_BASIS
 * @days: steps: usual days; types: the most that is usual from the signature to the first deal (domain 2.6)
 * @ladder: events: place on the ladder, from 0; -1 beside it
 * @served_by: metrics: the events that serve them, as bits (domain 3.6)
 * @served_if_closed: metrics: events that serve them only when a later accepted event is required
 * @roles: motions: who finds, sells, signs, delivers, supports, renews, as choices of TRL_CHOICES_PARTY; -1 open
 */
typedef struct
{
  TrlCatalogue  catalogue;
  int           number;
  const char   *id;
  const char   *label;
  const char   *help;
  gboolean      usual;
  guint         routes;
  guint         flags;
  const char   *unit;
  int           direction;
  TrlCompare    compare;
  const char   *scale;
  int           motion;
  int           incentive;
  int           trigger;
  int           basis;
  int           days;
  int           ladder;
  guint64       served_by;
  guint64       served_if_closed;
  int           roles[6];
} TrlEntry;

#define TRL_ENTRY(CATALOGUE, CONSTANT, ...) TRL_##CATALOGUE##_##CONSTANT,
#define TRL_CATALOGUE_BEGIN(CATALOGUE) enum {
#define TRL_CATALOGUE_END(CATALOGUE) TRL_N_##CATALOGUE };
#include "catalogue-table.h"
#undef TRL_ENTRY
#undef TRL_CATALOGUE_BEGIN
#undef TRL_CATALOGUE_END

const TrlEntry *trl_catalogue_get       (TrlCatalogue    catalogue,
                                         int             number);
guint           trl_catalogue_get_size  (TrlCatalogue    catalogue);
const TrlEntry *trl_catalogue_find      (TrlCatalogue    catalogue,
                                         const char     *id);
const char     *trl_entry_get_label     (const TrlEntry *entry);
const char     *trl_entry_get_help      (const TrlEntry *entry);
char          **trl_entry_get_scale     (const TrlEntry *entry);
int             trl_entry_find_level    (const TrlEntry *entry,
                                         const char     *level);
gboolean        trl_event_is_before     (int             event,
                                         int             other);
const char     *trl_route_get_label     (TrlRoute        route);
gboolean        trl_unit_is_currency    (const char     *unit);

G_END_DECLS

/* vocabulary.c: the tables of vocabulary-table.h and choices-table.h, and how to find a row. */

#define G_LOG_DOMAIN "vocabulary"

#include "config.h"

#include "vocabulary.h"

#include <glib/gi18n.h>

#define TRL_SLOT(CONSTANT, parent, path, child, label)
#define TRL_MEMBER(kind, CONSTANT, path, type, unit, of, group, label, help)
#define TRL_KIND(CONSTANT, name, label, help) { name, label, help },
static const TrlKindInfo kinds[TRL_N_KINDS] = {
  { NULL, NULL, NULL },
#include "vocabulary-table.h"
};
#undef TRL_KIND
#undef TRL_SLOT

#define TRL_KIND(CONSTANT, name, label, help)
#define TRL_SLOT(CONSTANT, parent, path, child, label) { TRL_KIND_##parent, path, TRL_KIND_##child, label },
static const TrlSlotInfo slots[TRL_N_SLOTS] = {
  { TRL_KIND_NONE, NULL, TRL_KIND_NONE, NULL },
#include "vocabulary-table.h"
};
#undef TRL_SLOT
#undef TRL_MEMBER

#define OF_NAME(of) 0
#define OF_TEXT(of) 0
#define OF_LINE(of) 0
#define OF_NUMBER(of) 0
#define OF_YES_NO(of) 0
#define OF_DATE(of) 0
#define OF_UNIT(of) 0
#define OF_CURRENCY(of) 0
#define OF_LEVEL(of) 0
#define OF_CHOICE(of) TRL_CHOICES_##of
#define OF_ENTRY(of) TRL_CATALOGUE_##of
#define OF_REF(of) TRL_KIND_##of
#define OF_REFS(of) TRL_KIND_##of

#define TRL_SLOT(CONSTANT, parent, path, child, label)
#define TRL_MEMBER(kind, CONSTANT, path, type, unit, of, group, label, help) \
  { TRL_KIND_##kind, path, TRL_VALUE_##type, TRL_UNIT_##unit, OF_##type (of), TRL_GROUP_##group, label, help },
static const TrlMemberInfo members[TRL_N_MEMBERS] = {
  { TRL_KIND_NONE, NULL, TRL_VALUE_NAME, TRL_UNIT_NONE, 0, TRL_GROUP_HIDDEN, NULL, NULL },
#include "vocabulary-table.h"
};
#undef TRL_KIND
#undef TRL_SLOT
#undef TRL_MEMBER

#define TRL_CHOICE(LIST, CONSTANT, id, label) { id, label },
#define TRL_LIST(CONSTANT, CHOICES) static const TrlChoiceInfo choices_##CONSTANT[] = { CHOICES };
#include "choices-table.h"
#undef TRL_LIST

#define TRL_LIST(CONSTANT, CHOICES) { choices_##CONSTANT, G_N_ELEMENTS (choices_##CONSTANT) },
static const struct { const TrlChoiceInfo *choices; guint n; } lists[TRL_N_CHOICES] = {
  { NULL, 0 },
#include "choices-table.h"
};
#undef TRL_LIST
#undef TRL_CHOICE

/* The rows of a kind stand together: where they begin, and the members that
 * every kind is asked for. Filled once, from the table. */
static struct
{
  TrlMember first, end, name, entry, x, y;
} spans[TRL_N_KINDS];

static void
span_note (TrlMember member)
{
  const TrlMemberInfo *info = &members[member];

  if (spans[info->kind].first == TRL_MEMBER_NONE)
    spans[info->kind].first = member;
  spans[info->kind].end = member + 1;

  if (info->type == TRL_VALUE_NAME || (info->kind == TRL_KIND_NOTE && info->type == TRL_VALUE_TEXT))
    spans[info->kind].name = member;
  else if (info->type == TRL_VALUE_ENTRY && spans[info->kind].entry == TRL_MEMBER_NONE)
    spans[info->kind].entry = member;
  else if (g_str_equal (info->path, "board.x"))
    spans[info->kind].x = member;
  else if (g_str_equal (info->path, "board.y"))
    spans[info->kind].y = member;
}

static void
ensure_spans (void)
{
  static gsize once;

  if (g_once_init_enter (&once))
    {
      for (int member = TRL_MEMBER_NONE + 1; member < TRL_N_MEMBERS; member++)
        span_note (member);
      g_once_init_leave (&once, 1);
    }
}

/**
 * trl_kind_get_info:
 * @kind: a kind
 *
 * Returns: (transfer none): the row of the kind
 */
const TrlKindInfo *
trl_kind_get_info (TrlKind kind)
{
  g_return_val_if_fail (kind > TRL_KIND_NONE && kind < TRL_N_KINDS, NULL);

  return &kinds[kind];
}

/**
 * trl_kind_get_label:
 * @kind: a kind
 *
 * Returns: the name of the kind in the reader's language
 */
const char *
trl_kind_get_label (TrlKind kind)
{
  g_return_val_if_fail (kind > TRL_KIND_NONE && kind < TRL_N_KINDS, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "kind", kinds[kind].label);
}

/**
 * trl_kind_from_name:
 * @name: a name as in a file
 *
 * Returns: the kind, or %TRL_KIND_NONE
 */
TrlKind
trl_kind_from_name (const char *name)
{
  g_return_val_if_fail (name != NULL, TRL_KIND_NONE);

  for (int kind = TRL_KIND_NONE + 1; kind < TRL_N_KINDS; kind++)
    if (g_str_equal (kinds[kind].name, name))
      return kind;
  return TRL_KIND_NONE;
}

/**
 * trl_slot_get_info:
 * @slot: a slot
 *
 * Returns: (transfer none): the row of the slot
 */
const TrlSlotInfo *
trl_slot_get_info (TrlSlot slot)
{
  g_return_val_if_fail (slot > TRL_SLOT_NONE && slot < TRL_N_SLOTS, NULL);

  return &slots[slot];
}

/**
 * trl_slot_get_label:
 * @slot: a slot
 *
 * Returns: the name of the slot in the reader's language
 */
const char *
trl_slot_get_label (TrlSlot slot)
{
  g_return_val_if_fail (slot > TRL_SLOT_NONE && slot < TRL_N_SLOTS, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "slot", slots[slot].label);
}

/**
 * trl_slot_for_child:
 * @parent: the kind of a card
 * @child: the kind of a card that wants to lie in it
 *
 * Returns: the slot of @parent that is made for @child, or %TRL_SLOT_NONE
 */
TrlSlot
trl_slot_for_child (TrlKind parent,
                    TrlKind child)
{
  for (int slot = TRL_SLOT_NONE + 1; slot < TRL_N_SLOTS; slot++)
    if (slots[slot].parent == parent && slots[slot].child == child)
      return slot;
  return TRL_SLOT_NONE;
}

/**
 * trl_member_get_info:
 * @member: a member
 *
 * Returns: (transfer none): the row of the member
 */
const TrlMemberInfo *
trl_member_get_info (TrlMember member)
{
  g_return_val_if_fail (member > TRL_MEMBER_NONE && member < TRL_N_MEMBERS, NULL);

  return &members[member];
}

/**
 * trl_member_get_label:
 * @member: a member
 *
 * Returns: the name of the member in the reader's language
 */
const char *
trl_member_get_label (TrlMember member)
{
  g_return_val_if_fail (member > TRL_MEMBER_NONE && member < TRL_N_MEMBERS, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "member", members[member].label);
}

/**
 * trl_member_get_help:
 * @member: a member
 *
 * Returns: one line about the member in the reader's language
 */
const char *
trl_member_get_help (TrlMember member)
{
  g_return_val_if_fail (member > TRL_MEMBER_NONE && member < TRL_N_MEMBERS, "");

  return g_dgettext (GETTEXT_PACKAGE, members[member].help);
}

/**
 * trl_member_find:
 * @kind: a kind
 * @path: a path in the object of a card, with dots
 *
 * Returns: the member, or %TRL_MEMBER_NONE
 */
TrlMember
trl_member_find (TrlKind     kind,
                 const char *path)
{
  TrlMember first, end;

  g_return_val_if_fail (path != NULL, TRL_MEMBER_NONE);

  trl_kind_get_members (kind, &first, &end);
  for (TrlMember member = first; member < end; member++)
    if (g_str_equal (members[member].path, path))
      return member;
  return TRL_MEMBER_NONE;
}

/**
 * trl_kind_get_members:
 * @kind: a kind
 * @first: (out): its first member
 * @end: (out): the member after its last
 *
 * Tells which members a kind has; they stand together, in the order of the file.
 */
void
trl_kind_get_members (TrlKind    kind,
                      TrlMember *first,
                      TrlMember *end)
{
  g_return_if_fail (kind >= TRL_KIND_NONE && kind < TRL_N_KINDS);

  ensure_spans ();
  *first = spans[kind].first;
  *end = spans[kind].end;
}

/**
 * trl_kind_get_name_member:
 * @kind: a kind
 *
 * Returns: the member that names a card of this kind, or %TRL_MEMBER_NONE
 */
TrlMember
trl_kind_get_name_member (TrlKind kind)
{
  g_return_val_if_fail (kind >= TRL_KIND_NONE && kind < TRL_N_KINDS, TRL_MEMBER_NONE);

  ensure_spans ();
  return spans[kind].name;
}

/**
 * trl_kind_get_entry_member:
 * @kind: a kind
 *
 * Returns: the member that names the catalogue entry of a card, or %TRL_MEMBER_NONE
 */
TrlMember
trl_kind_get_entry_member (TrlKind kind)
{
  g_return_val_if_fail (kind >= TRL_KIND_NONE && kind < TRL_N_KINDS, TRL_MEMBER_NONE);

  ensure_spans ();
  return spans[kind].entry;
}

/**
 * trl_kind_get_x_member:
 * @kind: a kind
 *
 * Returns: the member that says how far across a card lies, or %TRL_MEMBER_NONE
 */
TrlMember
trl_kind_get_x_member (TrlKind kind)
{
  g_return_val_if_fail (kind >= TRL_KIND_NONE && kind < TRL_N_KINDS, TRL_MEMBER_NONE);

  ensure_spans ();
  return spans[kind].x;
}

/**
 * trl_kind_get_y_member:
 * @kind: a kind
 *
 * Returns: the member that says how far down a card lies, or %TRL_MEMBER_NONE
 */
TrlMember
trl_kind_get_y_member (TrlKind kind)
{
  g_return_val_if_fail (kind >= TRL_KIND_NONE && kind < TRL_N_KINDS, TRL_MEMBER_NONE);

  ensure_spans ();
  return spans[kind].y;
}

/**
 * trl_choices_get:
 * @list: a list of choices
 * @n_choices: (out): how many there are
 *
 * Returns: (array length=n_choices) (transfer none): the choices, in order
 */
const TrlChoiceInfo *
trl_choices_get (TrlChoices  list,
                 guint      *n_choices)
{
  g_return_val_if_fail (list > TRL_CHOICES_NONE && list < TRL_N_CHOICES, NULL);

  *n_choices = lists[list].n;
  return lists[list].choices;
}

/**
 * trl_choices_find:
 * @list: a list of choices
 * @id: (nullable): an id as in a file
 *
 * Returns: the number of the choice, or -1
 */
int
trl_choices_find (TrlChoices  list,
                  const char *id)
{
  g_return_val_if_fail (list > TRL_CHOICES_NONE && list < TRL_N_CHOICES, -1);

  for (guint i = 0; id != NULL && i < lists[list].n; i++)
    if (g_str_equal (lists[list].choices[i].id, id))
      return i;
  return -1;
}

/**
 * trl_choice_get_label:
 * @list: a list of choices
 * @choice: the number of a choice
 *
 * Returns: the choice in the reader's language
 */
const char *
trl_choice_get_label (TrlChoices list,
                      int        choice)
{
  g_return_val_if_fail (list > TRL_CHOICES_NONE && list < TRL_N_CHOICES, "");
  g_return_val_if_fail (choice >= 0 && (guint) choice < lists[list].n, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "choice", lists[list].choices[choice].label);
}

/* shape.c: how the members and slots of a kind lie in its JSON object.
 *
 * The paths of the vocabulary ("deal.size") drawn out into a tree, once. In an
 * object the members come first, in the order of their rows, then the slots:
 * what a card says stands above what it holds. */

#define G_LOG_DOMAIN "shape"

#include "config.h"

#include "shape.h"

#include <string.h>

static TrlShape *shapes[TRL_N_KINDS];
static const TrlShape *by_member[TRL_N_MEMBERS];

static TrlShape *
shape_new (const char *key,
           const char *path)
{
  TrlShape *self = g_new0 (TrlShape, 1);

  self->key = key;
  self->path = path;
  return self;
}

static TrlShape *
find_child (const TrlShape *object,
            const char     *key)
{
  for (guint i = 0; i < object->children->len; i++)
    {
      TrlShape *child = g_ptr_array_index (object->children, i);

      if (strcmp (child->key, key) == 0)
        return child;
    }
  return NULL;
}

/* The shape at @path, with the objects that lead to it. */
static TrlShape *
ensure_shape (TrlShape   *object,
              const char *path)
{
  const char *dot = path;
  TrlShape *child = NULL;

  while (dot != NULL)
    {
      g_autofree char *key = NULL;
      const char *from = dot;

      dot = strchr (from, '.');
      key = dot != NULL ? g_strndup (from, dot - from) : g_strdup (from);
      if (object->children == NULL)
        object->children = g_ptr_array_new ();
      child = find_child (object, key);
      if (child == NULL)
        {
          g_autofree char *whole = g_strndup (path, from - path + strlen (key));

          child = shape_new (g_intern_string (key), g_intern_string (whole));
          g_ptr_array_add (object->children, child);
        }
      object = child;
      dot = dot != NULL ? dot + 1 : NULL;
    }
  return child;
}

static TrlShape *
shape_make (TrlKind kind)
{
  TrlShape *self = shape_new (NULL, "");
  TrlMember first, end;

  self->children = g_ptr_array_new ();
  trl_kind_get_members (kind, &first, &end);
  for (TrlMember member = first; member < end; member++)
    {
      TrlShape *shape = ensure_shape (self, trl_member_get_info (member)->path);

      shape->member = member;
      by_member[member] = shape;
    }
  for (int slot = TRL_SLOT_NONE + 1; slot < TRL_N_SLOTS; slot++)
    if (trl_slot_get_info (slot)->parent == kind)
      ensure_shape (self, trl_slot_get_info (slot)->path)->slot = slot;
  return self;
}

static void
ensure_shapes (void)
{
  static gsize once;

  if (g_once_init_enter (&once))
    {
      for (int kind = TRL_KIND_NONE + 1; kind < TRL_N_KINDS; kind++)
        shapes[kind] = shape_make (kind);
      g_once_init_leave (&once, 1);
    }
}

/**
 * trl_shape_get:
 * @kind: a kind
 *
 * Returns: (transfer none): how the object of such a card is made
 */
const TrlShape *
trl_shape_get (TrlKind kind)
{
  g_return_val_if_fail (kind > TRL_KIND_NONE && kind < TRL_N_KINDS, NULL);

  ensure_shapes ();
  return shapes[kind];
}

/**
 * trl_shape_find:
 * @object: the shape of an object
 * @key: a key
 * @hint: (inout): 0 at first; keys in the order of the file are found at once with it
 *
 * Returns: (transfer none) (nullable): what stands there; %NULL if the vocabulary does not know it
 */
const TrlShape *
trl_shape_find (const TrlShape *object,
                const char     *key,
                guint          *hint)
{
  guint n;

  g_return_val_if_fail (object != NULL && object->children != NULL && key != NULL && hint != NULL, NULL);

  n = object->children->len;
  for (guint i = 0; i < n; i++)
    {
      guint at = (*hint + i) % n;
      const TrlShape *child = g_ptr_array_index (object->children, at);

      if (strcmp (child->key, key) == 0)
        {
          *hint = at + 1;
          return child;
        }
    }
  return NULL;
}

/**
 * trl_shape_find_member:
 * @member: a member
 *
 * Returns: (transfer none): where it stands
 */
const TrlShape *
trl_shape_find_member (TrlMember member)
{
  g_return_val_if_fail (member > TRL_MEMBER_NONE && member < TRL_N_MEMBERS, NULL);

  ensure_shapes ();
  return by_member[member];
}

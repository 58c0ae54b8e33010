/* strict-keys.c: no object names a member twice.
 *
 * A few names are compared with each other. More go through a table whose hash
 * (SipHash-1-3) is seeded afresh for each file, so that nobody can prepare a
 * file whose names all fall together. Names are compared as they read, not as
 * they are written: "a" and "\u0061" are the same. */

#define G_LOG_DOMAIN "strict-keys"

#include "config.h"

#include "strict-private.h"

#include <string.h>

#define FEW 8
#define SLOTS (2 * TRL_STRICT_MAX_MEMBERS)

struct _TrlKeys
{
  guint64    seed[2];
  TrlKey     keys[TRL_STRICT_MAX_MEMBERS];
  guint      tokens[TRL_STRICT_MAX_MEMBERS];
  guint16    slots[SLOTS];   /* index of the key plus one */
  GPtrArray *decoded;        /* (element-type utf8): names that hold an escape */
};

TrlKeys *
trl_keys_new (void)
{
  TrlKeys *self = g_new (TrlKeys, 1);

  for (guint i = 0; i < 2; i++)
    self->seed[i] = (guint64) g_random_int () << 32 | g_random_int ();
  self->decoded = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
trl_keys_free (TrlKeys *self)
{
  g_ptr_array_unref (self->decoded);
  g_free (self);
}

#define ROTATE(x, b) ((x) << (b) | (x) >> (64 - (b)))

static inline void
sip_round (guint64 v[4])
{
  v[0] += v[1];
  v[1] = ROTATE (v[1], 13) ^ v[0];
  v[0] = ROTATE (v[0], 32);
  v[2] += v[3];
  v[3] = ROTATE (v[3], 16) ^ v[2];
  v[0] += v[3];
  v[3] = ROTATE (v[3], 21) ^ v[0];
  v[2] += v[1];
  v[1] = ROTATE (v[1], 17) ^ v[2];
  v[2] = ROTATE (v[2], 32);
}

static guint64
sip_hash (const guint64  seed[2],
          const TrlKey  *key)
{
  guint64 v[4] = {
    seed[0] ^ G_GUINT64_CONSTANT (0x736f6d6570736575),
    seed[1] ^ G_GUINT64_CONSTANT (0x646f72616e646f6d),
    seed[0] ^ G_GUINT64_CONSTANT (0x6c7967656e657261),
    seed[1] ^ G_GUINT64_CONSTANT (0x7465646279746573),
  };
  gsize left = key->length;
  const char *at = key->bytes;
  guint64 word;

  for (; left >= 8; left -= 8, at += 8)
    {
      memcpy (&word, at, 8);
      v[3] ^= word;
      sip_round (v);
      v[0] ^= word;
    }
  word = (guint64) key->length << 56;
  for (gsize i = 0; i < left; i++)
    word |= (guint64) (guint8) at[i] << (8 * i);
  v[3] ^= word;
  sip_round (v);
  v[0] ^= word;
  v[2] ^= 0xff;
  for (guint i = 0; i < 3; i++)
    sip_round (v);
  return v[0] ^ v[1] ^ v[2] ^ v[3];
}

static inline gboolean
key_equal (const TrlKey *a,
           const TrlKey *b)
{
  return a->length == b->length && memcmp (a->bytes, b->bytes, a->length) == 0;
}

/* Takes the first names of the object, as they read. */
static guint
keys_collect (TrlKeys       *self,
              const TrlTape *tape,
              guint          object,
              gboolean      *too_many)
{
  guint end = tape->tokens[object].next;
  guint n = 0;
  guint i;

  if (self->decoded->len > 0)
    g_ptr_array_set_size (self->decoded, 0);
  for (i = object + 1; i < end && n < TRL_STRICT_MAX_MEMBERS; i = tape->tokens[i + 1].next)
    {
      const TrlToken *token = &tape->tokens[i];
      TrlKey *key = &self->keys[n];

      key->bytes = tape->text + token->start + 1;
      key->length = token->end - token->start - 2;
      if (token->flags & TRL_TOKEN_ESCAPED)
        {
          GString *decoded = g_string_sized_new (key->length);

          trl_text_append_decoded (decoded, key->bytes, key->length);
          key->length = decoded->len;
          key->bytes = g_string_free (decoded, FALSE);
          g_ptr_array_add (self->decoded, (char *) key->bytes);
        }
      self->tokens[n++] = i;
    }
  *too_many = i < end;
  return n;
}

/* The second of two equal names; -1 when there is none. */
static int
keys_find_twin_hashed (TrlKeys *self,
                       guint    n)
{
  guint mask = 32;

  while (mask < 2 * n)
    mask *= 2;
  memset (self->slots, 0, mask * sizeof *self->slots);
  mask--;

  for (guint i = 0; i < n; i++)
    {
      guint slot = sip_hash (self->seed, &self->keys[i]) & mask;

      for (; self->slots[slot] != 0; slot = (slot + 1) & mask)
        if (key_equal (&self->keys[self->slots[slot] - 1], &self->keys[i]))
          return i;
      self->slots[slot] = i + 1;
    }
  return -1;
}

static int
keys_find_twin (TrlKeys *self,
                guint    n)
{
  if (n > FEW)
    return keys_find_twin_hashed (self, n);

  for (guint i = 1; i < n; i++)
    for (guint j = 0; j < i; j++)
      if (key_equal (&self->keys[i], &self->keys[j]))
        return i;
  return -1;
}

/* TRUE when the names of a complete object are few enough and all different.
 * Otherwise @culprit is the token of the name that is one too many. */
gboolean
trl_keys_check (TrlKeys       *self,
                const TrlTape *tape,
                guint          object,
                guint         *culprit,
                gboolean      *too_many)
{
  gboolean many = FALSE;
  guint n = keys_collect (self, tape, object, &many);
  int twin = keys_find_twin (self, n);

  *too_many = many && twin < 0;
  if (twin >= 0)
    *culprit = self->tokens[twin];
  else if (many)
    *culprit = self->tokens[n - 1];
  return twin < 0 && !many;
}

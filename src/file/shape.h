/* shape.h: how the members and slots of a kind lie in its JSON object. */
#pragma once

#include "vocabulary.h"

G_BEGIN_DECLS

typedef struct _TrlShape TrlShape;

/**
 * TrlShape:
 * @key: the key, %NULL for the object of a card itself
 * @path: the path from the object of the card, with dots; "" is that object
 * @member: the member that stands here, or %TRL_MEMBER_NONE
 * @slot: the slot that stands here, or %TRL_SLOT_NONE
 * @children: (element-type TrlShape) (nullable): what an object holds, in the order of the file
 *
 * Either a member, a slot or an object that holds more of them. Made from the
 * vocabulary; reader, writer and schema walk it alike.
 */
struct _TrlShape
{
  const char *key;
  const char *path;
  TrlMember   member;
  TrlSlot     slot;
  GPtrArray  *children;
};

const TrlShape *trl_shape_get        (TrlKind         kind);
const TrlShape *trl_shape_find       (const TrlShape *object,
                                      const char     *key,
                                      guint          *hint);
const TrlShape *trl_shape_find_member(TrlMember       member);

G_END_DECLS

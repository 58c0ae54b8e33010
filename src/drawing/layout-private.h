/* layout-private.h: what the files of the layout share. */
#pragma once

#include "layout.h"

G_BEGIN_DECLS

/* Sizes in units at a text scale of 1; trl_layout_scale() makes them real. */
#define FRAME_WIDTH 372.0
#define FRAME_GAP 12.0
#define FRAME_PADDING 12.0
#define ROW_GAP 20.0
#define ROW_NAME_WIDTH 130.0
#define TIER_WIDTH 142.0
#define STEP_WIDTH 78.0
#define STEP_POINT 8.0
#define CARD_GAP 8.0
#define STEP_RISE 22.0
#define NOTE_WIDTH 178.0
#define NOTE_FOOT 26.0    /* who, until when, dots */
#define BANNER_WIDTH 960.0

/* More children than these in one card are counted, not shown. */
#define CRITERIA_SHOWN 5
#define BENEFITS_SHOWN 6

/**
 * TrlItem:
 *
 * A box with its place in its cluster. Clusters are laid out from left to
 * right; where the board starts at the right they are turned over at the end.
 */
typedef struct
{
  TrlBox   box;
  TrlRect  local;
  gboolean stretches;   /* as tall as its row */
} TrlItem;

/**
 * TrlSpot:
 * @rect: where a cluster lies on the board
 * @header: how tall its head is
 * @tops: where its rows start, from its top
 * @heights: how tall its rows are
 *
 * Where a cluster lies.
 */
typedef struct
{
  TrlRect rect;
  double  header;
  double  tops[TRL_N_ROWS];
  double  heights[TRL_N_ROWS];
} TrlSpot;

/**
 * TrlCluster:
 *
 * What is measured together and lies together: a frame, a free card, the
 * banner, or the names of rows.
 */
typedef struct
{
  char    *id;
  GArray  *items;       /* of TrlItem, in painting order */
  gboolean is_frame;
  gboolean has_place;   /* somebody put it there */
  double   x;           /* where */
  double   y;
  double   width;
  double   height;      /* of what is not a frame */
  double   header;
  double   footer;
  double   rows[TRL_N_ROWS];      /* natural heights */
  guint    order;
  guint    seen;        /* the pass that last met it */

  TrlSpot  spot;        /* where it is to lie */
  TrlSpot  settled;     /* where its boxes lie */
} TrlCluster;

struct _TrlLayout
{
  TrlTextMeasure *measure;
  TrlLayoutOptions options;
  TrlBlueprint   *blueprint;   /* only while something is laid out */
  GHashTable     *clusters;    /* id → TrlCluster */
  GPtrArray      *order;       /* of TrlCluster, in painting order */
  GHashTable     *by_key;      /* &box.key → TrlBox */
  GHashTable     *grid;        /* cell → GPtrArray of TrlCluster */
  TrlRect         bounds;
  guint           serial;
  guint           pass;
  guint           n_boxes;
};

double      trl_layout_scale         (TrlLayout     *self,
                                      double         units);
TrlTextSpec trl_layout_spec          (TrlLayout     *self,
                                      const char    *text,
                                      TrlStyle       style,
                                      double         width,
                                      int            lines);
double      trl_layout_height_of     (TrlLayout     *self,
                                      const char    *text,
                                      TrlStyle       style,
                                      double         width,
                                      int            lines);
double      trl_layout_width_of      (TrlLayout     *self,
                                      const char    *text,
                                      TrlStyle       style);
gboolean    trl_layout_stacks_foot   (TrlLayout     *self,
                                      const char    *words,
                                      double         room);

TrlCluster *trl_cluster_new          (const char    *id);
void        trl_cluster_free         (TrlCluster    *cluster);
TrlItem    *trl_cluster_add          (TrlCluster    *cluster,
                                      TrlBoxKind     kind,
                                      TrlCard       *card,
                                      TrlSlot        slot,
                                      TrlRow         row,
                                      const TrlRect *local);
void        trl_item_add_part        (TrlItem       *item,
                                      TrlCard       *card,
                                      TrlMember      member,
                                      double         x,
                                      double         y,
                                      double         width,
                                      double         height);
guint64     trl_box_make_key         (TrlBoxKind     kind,
                                      const char    *id,
                                      TrlSlot        slot);

/* Measures a card and appends its boxes at (x, y); returns the height that it
 * needs. Without a cluster it only measures. */
double      trl_layout_add_tier      (TrlLayout     *self,
                                      TrlCluster    *cluster,
                                      TrlCard       *tier,
                                      const TrlRect *rect);
double      trl_layout_add_incentive (TrlLayout     *self,
                                      TrlCluster    *cluster,
                                      TrlCard       *incentive,
                                      double         x,
                                      double         y,
                                      double         width);
void        trl_layout_add_step      (TrlLayout     *self,
                                      TrlCluster    *cluster,
                                      TrlCard       *step,
                                      const TrlRect *rect);
double      trl_layout_step_height   (TrlLayout     *self);
double      trl_layout_add_line      (TrlLayout     *self,
                                      TrlCluster    *cluster,
                                      TrlCard       *card,
                                      double         x,
                                      double         y,
                                      double         width);

TrlCluster *trl_layout_make_free     (TrlLayout     *self,
                                      TrlCard       *card);
TrlCluster *trl_layout_make_frame    (TrlLayout     *self,
                                      TrlCard       *motion);
TrlCluster *trl_layout_make_banner   (TrlLayout     *self,
                                      double         width);
double      trl_layout_row_name_height (TrlLayout   *self,
                                      TrlRow         row);
TrlCluster *trl_layout_make_rows     (TrlLayout     *self,
                                      const char    *id,
                                      const TrlCluster *frame);
void        trl_layout_keep          (TrlLayout     *self,
                                      TrlCluster    *cluster);
void        trl_layout_place         (TrlLayout     *self);

G_END_DECLS

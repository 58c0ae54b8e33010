/* paper.c: what paper has beyond the board: a title, the findings that were kept, and those that were until the design
 * changed. */

#define G_LOG_DOMAIN "paper"

#include "config.h"

#include "paper.h"

#include <glib/gi18n.h>

#include "sentences.h"

#define GAP 24.0
#define LIST_WIDTH 900.0

static double
write_line (const TrlPainter *painter,
            TrlMarks         *marks,
            const char       *words,
            TrlStyle          style,
            TrlRole           role,
            TrlAlign          align,
            const TrlRect    *room)
{
  TrlTextMeasure *measure = trl_layout_get_measure (painter->layout);
  TrlTextSpec spec = { .text = words, .style = style, .width = room->width, .align = align };
  g_autoptr (TrlText) text = trl_text_measure_lay_out (measure, &spec);

  trl_marks_text (marks, text, room->x, room->y, trl_theme_colour (painter->theme, role));
  return trl_text_get_height (text);
}

/* The name of the program at the start, its state at the end of the line. */
static void
add_title (const TrlPainter *painter,
           TrlMarks         *marks,
           TrlRect          *bounds)
{
  TrlCard *root = trl_blueprint_get_root (painter->blueprint);
  g_autofree char *name = trl_sentence_name (root);
  int status = trl_card_get_choice (root, TRL_PROGRAM_STATUS);
  double height = trl_text_measure_get_size (trl_layout_get_measure (painter->layout), TRL_STYLE_TITLE) * 2;
  TrlRect room = { bounds->x, bounds->y - height, bounds->width, height };

  write_line (painter, marks, name, TRL_STYLE_TITLE, TRL_ROLE_INK, TRL_ALIGN_START, &room);
  if (status >= 0)
    write_line (painter, marks, trl_choice_get_label (TRL_CHOICES_STATUS, status), TRL_STYLE_BODY, TRL_ROLE_DIM,
                TRL_ALIGN_END, &room);
  trl_rect_union (bounds, &room);
}

static double
add_kept (const TrlPainter *painter,
          TrlMarks         *marks,
          TrlFinding       *finding,
          TrlRect           room)
{
  g_autofree char *who = trl_finding_describe_keeper (finding);
  g_autofree char *reason = who != NULL ? g_strdup_printf (_("“%1$s” (%2$s)"), trl_finding_get_kept (finding), who)
                                        : g_strdup_printf (_("“%s”"), trl_finding_get_kept (finding));
  double top = room.y;

  room.y += write_line (painter, marks, trl_finding_get_title (finding), TRL_STYLE_NAME, TRL_ROLE_INK, TRL_ALIGN_START,
                        &room);
  room.y += write_line (painter, marks, reason, TRL_STYLE_BODY, TRL_ROLE_DIM, TRL_ALIGN_START, &room);
  return room.y - top;
}

/* What somebody kept and the design has outgrown since: the sentence says who, why and what has changed. */
static double
add_lapsed (const TrlPainter *painter,
            TrlMarks         *marks,
            TrlFinding       *finding,
            TrlRect           room)
{
  double top = room.y;

  room.y += write_line (painter, marks, trl_finding_get_title (finding), TRL_STYLE_NAME, TRL_ROLE_INK, TRL_ALIGN_START,
                        &room);
  room.y += write_line (painter, marks, trl_finding_get_lapsed (finding), TRL_STYLE_BODY, TRL_ROLE_DIM, TRL_ALIGN_START,
                        &room);
  return room.y - top;
}

/* One of the two lists, with its heading; moves @room down. */
static void
add_list (const TrlPainter *painter,
          const GPtrArray  *findings,
          gboolean          lapsed,
          TrlMarks         *marks,
          TrlRect          *room)
{
  double scale = trl_text_measure_get_scale (trl_layout_get_measure (painter->layout));
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      TrlFinding *finding = g_ptr_array_index (findings, i);

      if ((lapsed ? trl_finding_get_lapsed (finding) : trl_finding_get_kept (finding)) == NULL)
        continue;
      if (n++ == 0)
        room->y += write_line (painter, marks, lapsed ? _("Kept once, and open again") : _("Kept, with a reason"),
                               TRL_STYLE_HEADING, TRL_ROLE_ACCENT, TRL_ALIGN_START, room) + GAP / 4 * scale;
      room->y += (lapsed ? add_lapsed : add_kept) (painter, marks, finding, *room) + GAP / 3 * scale;
    }
}

static void
add_all_kept (const TrlPainter *painter,
              const GPtrArray  *findings,
              TrlMarks         *marks,
              TrlRect          *bounds)
{
  double scale = trl_text_measure_get_scale (trl_layout_get_measure (painter->layout));
  gboolean rtl = trl_text_measure_is_rtl (trl_layout_get_measure (painter->layout));
  double width = MIN (bounds->width, LIST_WIDTH * scale);
  TrlRect room = { rtl ? bounds->x + bounds->width - width : bounds->x, bounds->y + bounds->height + GAP * scale, width, 0 };
  TrlRect whole = room;

  add_list (painter, findings, FALSE, marks, &room);
  add_list (painter, findings, TRUE, marks, &room);
  whole.height = room.y - whole.y;
  if (whole.height > 0)
    trl_rect_union (bounds, &whole);
}

/**
 * trl_paper_add:
 * @painter: what painting needs
 * @findings: (nullable) (element-type TrlFinding): what the review has found
 * @marks: where marks are appended
 * @bounds: (inout): what the board takes; grows
 *
 * Adds the title above the board, and below it what was kept with a reason,
 * and what was kept until the design changed: who reads the paper has no panel
 * to ask.
 */
void
trl_paper_add (const TrlPainter *painter,
               const GPtrArray  *findings,
               TrlMarks         *marks,
               TrlRect          *bounds)
{
  g_return_if_fail (painter != NULL && marks != NULL && bounds != NULL);

  add_title (painter, marks, bounds);
  if (findings != NULL)
    add_all_kept (painter, findings, marks, bounds);
}

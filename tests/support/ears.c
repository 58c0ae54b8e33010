/* ears.c: what the program says of itself, as a screen reader hears it.
 *
 * On GTK 4.8 a program says something by changing the words of a status; newer
 * ones also announce. Both come as events, in the order in which they were
 * sent, and before the answer to anything that is asked afterwards. */

#define G_LOG_DOMAIN "ears"

#include "stage-private.h"

#include <string.h>

#define POLL (20 * 1000)      /* in microseconds */
#define OF_TOAST "A toast appeared: "     /* how libadwaita begins when a toast speaks for itself */

/* The words of an event that is spoken; NULL for one that is not. */
static char *
read_words (AtspiEvent *event)
{
  AtspiRole role;

  if (g_str_has_prefix (event->type, "object:announcement") || g_str_has_prefix (event->type, "object:notification"))
    return G_VALUE_HOLDS_STRING (&event->any_data) ? g_value_dup_string (&event->any_data) : NULL;
  role = atspi_accessible_get_role (event->source, NULL);
  if (role != ATSPI_ROLE_STATUS_BAR && role != ATSPI_ROLE_ALERT && role != ATSPI_ROLE_NOTIFICATION)
    return NULL;
  return G_VALUE_HOLDS_STRING (&event->any_data) ? g_value_dup_string (&event->any_data) : NULL;
}

/* A toast that speaks for itself says only its own part of the sentence. */
static void
take_words (TrlStage   *self,
            const char *words)
{
  gboolean is_toast = g_str_has_prefix (words, OF_TOAST);

  if (is_toast)
    words += strlen (OF_TOAST);
  if (self->heard_toast && !is_toast && self->heard->len > 0)
    {
      char **last = (char **) &self->heard->pdata[self->heard->len - 1];
      char *both = g_strdup_printf ("%s; %s", *last, words);

      g_free (*last);
      *last = both;
    }
  else
    g_ptr_array_add (self->heard, g_strdup (words));
  self->heard_toast = is_toast;
}

static void
heard_cb (AtspiEvent *event,
          void       *data)
{
  TrlStage *self = data;
  g_autofree char *words = NULL;

  if (event->source != NULL && atspi_accessible_get_process_id (event->source, NULL) == (guint) self->pid)
    words = read_words (event);
  if (words != NULL && *words != '\0')
    take_words (self, words);
  g_boxed_free (ATSPI_TYPE_EVENT, event);
}

/**
 * trl_stage_listen:
 * @self: a stage
 *
 * Begins to listen to what the program says.
 */
void
trl_stage_listen (TrlStage *self)
{
  static const char *events[] = { "object:property-change:accessible-name", "object:announcement", "object:notification" };
  g_autoptr (GError) error = NULL;

  if (self->listener != NULL)
    return;
  self->heard = g_ptr_array_new_with_free_func (g_free);
  self->listener = atspi_event_listener_new (heard_cb, self, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    {
      atspi_event_listener_register (self->listener, events[i], &error);
      g_assert_no_error (error);
    }
}

/* Called when the stage is cleared. */
void
trl_stage_stop_listening (TrlStage *self)
{
  if (self->listener == NULL)
    return;
  atspi_event_listener_deregister (self->listener, "object:property-change:accessible-name", NULL);
  atspi_event_listener_deregister (self->listener, "object:announcement", NULL);
  atspi_event_listener_deregister (self->listener, "object:notification", NULL);
  g_clear_object (&self->listener);
  g_clear_pointer (&self->heard, g_ptr_array_unref);
}

/**
 * trl_stage_forget:
 * @self: a stage that listens
 *
 * Lets go of what was heard so far.
 */
void
trl_stage_forget (TrlStage *self)
{
  trl_stage_settle (self);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_ptr_array_set_size (self->heard, 0);
}

static guint
count_heard (TrlStage   *self,
             const char *pattern)
{
  guint n = 0;

  while (g_main_context_iteration (NULL, FALSE))
    ;
  for (guint i = 0; i < self->heard->len; i++)
    n += g_pattern_match_simple (pattern, self->heard->pdata[i]);
  return n;
}

/**
 * trl_stage_hear:
 * @self: a stage that listens
 * @pattern: some words, `*` and `?` stand for anything
 *
 * Waits until they are said, and sees to it that nothing else is, and that
 * they are not said twice. Then lets go of them.
 */
void
trl_stage_hear (TrlStage   *self,
                const char *pattern)
{
  gint64 end = g_get_monotonic_time () + TRL_STAGE_PATIENCE;

  while (count_heard (self, pattern) == 0 && g_get_monotonic_time () < end)
    {
      g_usleep (POLL);
      trl_stage_settle (self);
    }
  trl_stage_settle (self);
  if (count_heard (self, pattern) != 1 || self->heard->len != 1)
    {
      for (guint i = 0; i < self->heard->len; i++)
        g_printerr ("heard: %s\n", (const char *) self->heard->pdata[i]);
      g_error ("“%s” is said %u times, among %u", pattern, count_heard (self, pattern), self->heard->len);
    }
  g_ptr_array_set_size (self->heard, 0);
}

/**
 * trl_stage_list_heard:
 * @self: a stage that listens
 *
 * Puts what was heard into lines, and lets go of it.
 *
 * Returns: (transfer full): the lines
 */
char *
trl_stage_list_heard (TrlStage *self)
{
  GString *lines = g_string_new (NULL);

  trl_stage_settle (self);
  count_heard (self, "");
  for (guint i = 0; i < self->heard->len; i++)
    g_string_append_printf (lines, "%s\n", (const char *) self->heard->pdata[i]);
  g_ptr_array_set_size (self->heard, 0);
  return g_string_free (lines, FALSE);
}

/* application.h: the program with windows. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TRL_TYPE_APPLICATION (trl_application_get_type ())
G_DECLARE_FINAL_TYPE (TrlApplication, trl_application, TRL, APPLICATION, AdwApplication)

TrlApplication *trl_application_new  (void);
void            trl_application_open (TrlApplication *self,
                                      GFile          *file);
int             trl_windows_run      (int             argc,
                                      char          **argv);

G_END_DECLS

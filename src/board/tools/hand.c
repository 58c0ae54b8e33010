/* hand.c: the hand: the board moves with the pointer. Also what space and the middle button do. */

#define G_LOG_DOMAIN "tool-hand"

#include "config.h"

#include "toolbox.h"

static void
hand_motion (TrlToolbox         *box,
             const TrlToolEvent *event)
{
  box->host->pan (box, event->view.x - box->last.view.x, event->view.y - box->last.view.y, box->host_data);
}

const TrlTool trl_tool_hand = {
  .name = "hand",
  .cursor = "grabbing",
  .motion = hand_motion,
};

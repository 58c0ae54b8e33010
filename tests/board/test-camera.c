/* test-camera.c: what a camera promises. */

#include "config.h"

#include "camera.h"
#include "scroll.h"

#include <math.h>

static TrlCamera
some_camera (GRand *rand)
{
  TrlCamera camera;

  trl_camera_init (&camera);
  camera.x = g_rand_double_range (rand, -5000, 5000);
  camera.y = g_rand_double_range (rand, -5000, 5000);
  camera.scale = g_rand_double_range (rand, TRL_CAMERA_MIN, TRL_CAMERA_MAX);
  camera.width = g_rand_int_range (rand, 360, 3000);
  camera.height = g_rand_int_range (rand, 300, 2000);
  if (g_rand_boolean (rand))
    camera.insets = (TrlInsets) { 200, 50, 300, 60 };
  return camera;
}

static GRand *
seeded (void)
{
  guint32 seed = g_test_rand_int ();

  g_test_message ("seed %u", seed);
  return g_rand_new_with_seed (seed);
}

static void
test_zoom_at (void)
{
  g_autoptr (GRand) rand = seeded ();

  for (int round = 0; round < 200; round++)
    {
      TrlCamera camera = some_camera (rand);
      TrlViewPoint pointer = { g_rand_double_range (rand, 0, camera.width), g_rand_double_range (rand, 0, camera.height) };
      TrlScenePoint below = trl_camera_to_scene (&camera, pointer);

      for (int step = 0; step < 100; step++)
        {
          TrlViewPoint now;

          trl_camera_zoom_at (&camera, camera.scale * (g_rand_boolean (rand) ? 1.15 : 1 / 1.15), pointer);
          now = trl_camera_to_view (&camera, below);
          g_assert_cmpfloat (hypot (now.x - pointer.x, now.y - pointer.y), <, 0.5);
          g_assert_cmpfloat (camera.scale, >=, TRL_CAMERA_MIN);
          g_assert_cmpfloat (camera.scale, <=, TRL_CAMERA_MAX);
        }
    }
}

static void
test_there_and_back (void)
{
  g_autoptr (GRand) rand = seeded ();

  for (int round = 0; round < 500; round++)
    {
      TrlCamera camera = some_camera (rand);
      TrlViewPoint point = { g_rand_double_range (rand, 0, 2000), g_rand_double_range (rand, 0, 2000) };
      TrlViewPoint again = trl_camera_to_view (&camera, trl_camera_to_scene (&camera, point));

      g_assert_cmpfloat_with_epsilon (again.x, point.x, 1e-6);
      g_assert_cmpfloat_with_epsilon (again.y, point.y, 1e-6);
    }
}

static void
test_fit (void)
{
  g_autoptr (GRand) rand = seeded ();

  for (int round = 0; round < 500; round++)
    {
      TrlCamera camera = some_camera (rand);
      TrlRect rect = { g_rand_double_range (rand, -9000, 9000), g_rand_double_range (rand, -9000, 9000),
                       g_rand_double_range (rand, 1, 4000), g_rand_double_range (rand, 1, 3000) };
      TrlRect seen;

      trl_camera_fit (&camera, &rect, 48, 1);
      g_assert_cmpfloat (camera.scale, <=, 1);
      seen = trl_camera_get_free (&camera);
      seen = trl_rect_inset (&seen, -0.01, -0.01);
      if (camera.scale > TRL_CAMERA_MIN)
        g_assert_true (trl_rect_encloses (&seen, &rect));
    }
}

static void
test_reveal (void)
{
  g_autoptr (GRand) rand = seeded ();

  for (int round = 0; round < 500; round++)
    {
      TrlCamera camera = some_camera (rand);
      double scale = camera.scale;
      TrlRect free = trl_camera_get_free (&camera);
      TrlRect rect = { g_rand_double_range (rand, -9000, 9000), g_rand_double_range (rand, -9000, 9000),
                       free.width * g_rand_double_range (rand, 0.05, 0.4), free.height * g_rand_double_range (rand, 0.05, 0.4) };

      trl_camera_reveal (&camera, &rect, 24);
      g_assert_cmpfloat (camera.scale, ==, scale);
      free = trl_camera_get_free (&camera);
      free = trl_rect_inset (&free, -0.01, -0.01);
      g_assert_true (trl_rect_encloses (&free, &rect));
      g_assert_false (trl_camera_reveal (&camera, &rect, 0));
    }
}

static void
test_stops (void)
{
  TrlCamera camera;

  trl_camera_init (&camera);
  g_assert_cmpfloat (trl_camera_next_stop (&camera, 1), ==, 1.5);
  g_assert_cmpfloat (trl_camera_next_stop (&camera, -1), ==, 0.75);
  camera.scale = TRL_CAMERA_MAX;
  g_assert_cmpfloat (trl_camera_next_stop (&camera, 1), ==, TRL_CAMERA_MAX);
  camera.scale = TRL_CAMERA_MIN;
  g_assert_cmpfloat (trl_camera_next_stop (&camera, -1), ==, TRL_CAMERA_MIN);
  camera.scale = 0.6;
  g_assert_cmpfloat (trl_camera_next_stop (&camera, 1), ==, 0.75);
  g_assert_cmpfloat (trl_camera_next_stop (&camera, -1), ==, 0.5);
}

static void
test_blend (void)
{
  g_autoptr (GRand) rand = seeded ();

  for (int round = 0; round < 200; round++)
    {
      TrlCamera from = some_camera (rand);
      TrlCamera to = from;
      TrlCamera step;
      TrlViewPoint pointer = { from.width / 3, from.height / 3 };
      TrlScenePoint below = trl_camera_to_scene (&from, pointer);

      trl_camera_zoom_at (&to, from.scale * g_rand_double_range (rand, 0.2, 5), pointer);
      step = trl_camera_blend (&from, &to, 0);
      g_assert_true (trl_camera_equal (&step, &from));
      step = trl_camera_blend (&from, &to, 1);
      g_assert_true (trl_camera_equal (&step, &to));
      /* A zoom at a point keeps that point on the way, too. */
      for (double progress = 0.1; progress < 1; progress += 0.1)
        {
          TrlViewPoint now;

          step = trl_camera_blend (&from, &to, progress);
          now = trl_camera_to_view (&step, below);
          g_assert_cmpfloat (hypot (now.x - pointer.x, now.y - pointer.y), <, 3);
        }
    }
}

/* Wheel and touchpad are told apart, each with its own wish; Ctrl does the other thing. */
static void
test_wheel (void)
{
  TrlCamera start, camera;
  TrlViewPoint at = { 300, 200 };

  trl_camera_init (&start);
  start.width = 1000;
  start.height = 800;
  for (int which = 0; which < 16; which++)
    {
      TrlScroll scroll = { 0, 1, which & 1, (which & 2) != 0, (which & 4) != 0, (which & 8) != 0 };
      TrlScenePoint before = trl_camera_to_scene (&start, at), after;

      camera = start;
      trl_scroll_apply (&scroll, &camera, at);
      after = trl_camera_to_scene (&camera, at);
      if (scroll.control != scroll.zooms)
        {
          g_assert_cmpfloat (camera.scale, <, start.scale);
          g_assert_cmpfloat_with_epsilon (after.x, before.x, 1e-6);
          continue;
        }
      g_assert_cmpfloat (camera.scale, ==, start.scale);
      if (scroll.detents && scroll.shift)
        g_assert_cmpfloat_with_epsilon (after.x - before.x, 60, 1e-6);
      else
        g_assert_cmpfloat_with_epsilon (after.y - before.y, scroll.detents ? 60 : 1, 1e-6);
    }
}

/* What is below the fingers stays below them, wherever they go. */
static void
test_pinch (void)
{
  TrlCamera camera;
  TrlViewPoint from = { 300, 200 }, to = { 380, 260 };
  TrlScenePoint before, after;

  trl_camera_init (&camera);
  camera.width = 1000;
  camera.height = 800;
  before = trl_camera_to_scene (&camera, from);
  trl_pinch_apply (&camera, 2, from, to);
  after = trl_camera_to_scene (&camera, to);
  g_assert_cmpfloat (camera.scale, ==, 2);
  g_assert_cmpfloat_with_epsilon (after.x, before.x, 1e-6);
  g_assert_cmpfloat_with_epsilon (after.y, before.y, 1e-6);
}

static void
test_edge (void)
{
  TrlCamera camera;
  double x, y, half;

  trl_camera_init (&camera);
  camera.width = 1000;
  camera.height = 800;
  g_assert_false (trl_edge_speed (&camera, (TrlViewPoint) { 500, 400 }, 1000, &x, &y));
  g_assert_false (trl_edge_speed (&camera, (TrlViewPoint) { 33, 400 }, 1000, &x, &y));
  g_assert_false (trl_edge_speed (&camera, (TrlViewPoint) { -5, 400 }, 1000, &x, &y));   /* over a panel */
  /* After a moment, then gently, then in full. */
  g_assert_true (trl_edge_speed (&camera, (TrlViewPoint) { 0, 400 }, 199, &x, &y));
  g_assert_cmpfloat (x, ==, 0);
  trl_edge_speed (&camera, (TrlViewPoint) { 0, 400 }, 300, &half, &y);
  trl_edge_speed (&camera, (TrlViewPoint) { 0, 400 }, 500, &x, &y);
  g_assert_cmpfloat_with_epsilon (half, x / 2, 1e-6);
  g_assert_cmpfloat_with_epsilon (x, TRL_EDGE_SPEED, 1e-6);
  g_assert_cmpfloat (y, ==, 0);
  /* As fast as it is deep; what panels cover is no edge. */
  trl_edge_speed (&camera, (TrlViewPoint) { 500, 784 }, 500, &x, &y);
  g_assert_cmpfloat_with_epsilon (y, -TRL_EDGE_SPEED / 2, 1e-6);
  camera.insets.left = 200;
  g_assert_true (trl_edge_speed (&camera, (TrlViewPoint) { 201, 400 }, 500, &x, &y));
}

/* A push goes as far and takes as long on a screen of 30 frames a second as on one of 144. */
static void
test_glide (void)
{
  double far[2] = { 0, 0 }, seconds[2] = { 0, 0 };
  const double frames[] = { 1.0 / 30, 1.0 / 144 };

  for (int i = 0; i < 2; i++)
    {
      double x = 1500, y = -500, dx, dy;

      while (trl_glide_step (&x, &y, frames[i], &dx, &dy))
        {
          far[i] += dx;
          seconds[i] += frames[i];
          g_assert_cmpfloat_with_epsilon (dy, -dx / 3, 1e-9);
        }
    }
  g_assert_cmpfloat_with_epsilon (far[0], far[1], 5);
  g_assert_cmpfloat_with_epsilon (seconds[0], seconds[1], 0.05);
  g_assert_cmpfloat_with_epsilon (far[1], 1500 * TRL_GLIDE_TIME, 10);
}

/* A hand may tremble a little, a finger more, and a finger on a list means to scroll it. */
static void
test_drag_threshold (void)
{
  g_assert_cmpfloat (trl_drag_threshold (8, FALSE, FALSE), ==, 8);
  g_assert_cmpfloat (trl_drag_threshold (8, FALSE, TRUE), ==, 8);
  g_assert_cmpfloat (trl_drag_threshold (1, FALSE, FALSE), ==, 4);
  g_assert_cmpfloat (trl_drag_threshold (1, TRUE, FALSE), ==, 6);
  g_assert_cmpfloat (trl_drag_threshold (8, TRUE, FALSE), ==, 8);
  g_assert_cmpfloat (trl_drag_threshold (8, TRUE, TRUE), ==, 25);
  g_assert_cmpfloat (trl_drag_threshold (40, TRUE, TRUE), ==, 40);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/board/camera/zoom at the pointer keeps what is there", test_zoom_at);
  g_test_add_func ("/board/camera/there and back", test_there_and_back);
  g_test_add_func ("/board/camera/fit shows all, never past 100 %", test_fit);
  g_test_add_func ("/board/camera/reveal moves as little as it takes", test_reveal);
  g_test_add_func ("/board/camera/stops", test_stops);
  g_test_add_func ("/board/camera/a move starts, holds and ends", test_blend);
  g_test_add_func ("/board/camera/wheel and touchpad", test_wheel);
  g_test_add_func ("/board/camera/pinch", test_pinch);
  g_test_add_func ("/board/camera/from where on a press is a drag", test_drag_threshold);
  g_test_add_func ("/board/camera/the edge", test_edge);
  g_test_add_func ("/board/camera/a push rolls on", test_glide);

  return g_test_run ();
}

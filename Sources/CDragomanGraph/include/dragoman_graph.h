#ifndef DRAGOMAN_GRAPH_H
#define DRAGOMAN_GRAPH_H

#include <stddef.h>
#include <stdint.h>

/// A box to be placed: its size goes in, the place of its middle comes out; all in points, y downwards.
typedef struct {
    double width, height;
    double x, y;
} dragoman_graph_node;

/// A line from one box to another: the boxes go in as positions in the list, a path of cubic curves comes out as
/// `first`, how many doubles before its own in the list of points, and `count`, how many points; 0 where it has none.
typedef struct {
    uint32_t from, to;
    size_t first, count;
} dragoman_graph_edge;

/// Places boxes and lines from left to right with Graphviz's dot, so that boxes do not overlap and lines go round them.
///
/// `points` takes at most `room` doubles, x and y by turns; each path begins with one point, and every three more are a curve.
/// `width` and `height` are the picture's. Names never reach Graphviz. Not to be called from two threads at once.
/// Returns 0; 1 where Graphviz cannot do it, 2 where there is not room enough.
int dragoman_graph_layout(
    dragoman_graph_node *nodes, size_t node_count, dragoman_graph_edge *edges, size_t edge_count, double *points,
    size_t room, double *width, double *height);

#endif

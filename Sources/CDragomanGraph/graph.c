#include <graphviz/gvc.h>
#include <stdio.h>
#include <stdlib.h>

#include "dragoman_graph.h"

static const double points_an_inch = 72.0;

/// One context for the program's life: Graphviz keeps its plugins there, and does not give all of it back.
static GVC_t *context(void) {
    static GVC_t *kept = NULL;
    if (!kept) {
        // What Graphviz finds to say of its plugins is nothing the user can act on.
        agseterr(AGMAX);
        kept = gvContext();
    }
    return kept;
}

static void set(void *object, char *name, double value) {
    char text[40];
    snprintf(text, sizeof text, "%.5f", value);
    agsafeset(object, name, text, "");
}

static int read_edge(Agedge_t *line, dragoman_graph_edge *edge, double *points, size_t room, size_t *used, double height) {
    edge->first = *used;
    edge->count = 0;
    const splines *path = ED_spl(line);
    if (!path || path->size == 0) return 0;
    const bezier *curve = &path->list[0];
    // The tip of the arrow stands apart from the curve; a straight piece leads to it.
    const size_t count = (size_t)curve->size + (curve->eflag ? 3 : 0);
    if (*used + 2 * count > room) return 2;
    double *at = points + *used;
    for (int i = 0; i < curve->size; i++) {
        *at++ = curve->list[i].x;
        *at++ = height - curve->list[i].y;
    }
    if (curve->eflag) {
        const double from_x = at[-2], from_y = at[-1], to_x = curve->ep.x, to_y = height - curve->ep.y;
        for (int i = 1; i <= 3; i++) {
            *at++ = from_x + (to_x - from_x) * i / 3;
            *at++ = from_y + (to_y - from_y) * i / 3;
        }
    }
    edge->count = count;
    *used += 2 * count;
    return 0;
}

int dragoman_graph_layout(
    dragoman_graph_node *nodes, size_t node_count, dragoman_graph_edge *edges, size_t edge_count, double *points,
    size_t room, double *width, double *height) {
    GVC_t *gvc = context();
    if (!gvc) return 1;
    Agraph_t *graph = agopen("g", Agdirected, NULL);
    Agnode_t **boxes = calloc(node_count + 1, sizeof *boxes);
    Agedge_t **lines = calloc(edge_count + 1, sizeof *lines);
    int code = graph && boxes && lines ? 0 : 1;
    if (code == 0) {
        agsafeset(graph, "rankdir", "LR", "");
        agsafeset(graph, "nodesep", "0.16", "");
        agsafeset(graph, "ranksep", "0.9", "");
        // Rounds of crossing minimisation are bounded, so that no graph takes long.
        agsafeset(graph, "mclimit", "0.5", "");
        agsafeset(graph, "nslimit", "2", "");
        agsafeset(graph, "nslimit1", "2", "");
    }
    for (size_t i = 0; code == 0 && i < node_count; i++) {
        char name[24];
        snprintf(name, sizeof name, "%zu", i);
        boxes[i] = agnode(graph, name, 1);
        agsafeset(boxes[i], "label", "", "");
        agsafeset(boxes[i], "shape", "box", "");
        agsafeset(boxes[i], "fixedsize", "true", "");
        set(boxes[i], "width", nodes[i].width / points_an_inch);
        set(boxes[i], "height", nodes[i].height / points_an_inch);
    }
    for (size_t i = 0; code == 0 && i < edge_count; i++) {
        if (edges[i].from >= node_count || edges[i].to >= node_count) {
            code = 1;
            break;
        }
        char name[24];
        snprintf(name, sizeof name, "%zu", i);
        lines[i] = agedge(graph, boxes[edges[i].from], boxes[edges[i].to], name, 1);
        if (!lines[i]) code = 1;
    }
    if (code == 0 && gvLayout(gvc, graph, "dot") != 0) {
        code = 1;
    } else if (code == 0) {
        *width = GD_bb(graph).UR.x;
        *height = GD_bb(graph).UR.y;
        for (size_t i = 0; i < node_count; i++) {
            nodes[i].x = ND_coord(boxes[i]).x;
            nodes[i].y = *height - ND_coord(boxes[i]).y;
        }
        size_t used = 0;
        for (size_t i = 0; code == 0 && i < edge_count; i++) {
            code = read_edge(lines[i], &edges[i], points, room, &used, *height);
        }
        gvFreeLayout(gvc, graph);
    }
    if (graph) agclose(graph);
    free(boxes);
    free(lines);
    return code;
}

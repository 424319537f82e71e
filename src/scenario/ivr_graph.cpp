// By Boost.Graph: breadth-first search, and Tarjan's strongly connected components. A component
// that nothing leaves and in which nothing ends is where a walk is caught.
#include "scenario/ivr_graph.hpp"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/strong_components.hpp>

namespace holdline {
namespace {

using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;

Graph graph_of(const Successors& successors) {
  Graph graph(successors.size());
  for (std::size_t node = 0; node < successors.size(); ++node) {
    for (const std::uint32_t next : successors[node]) boost::add_edge(node, next, graph);
  }
  return graph;
}

/// Follows first successors, which stay in a component that nothing leaves, until a node returns.
std::vector<std::uint32_t> cycle_from(const Successors& successors, std::uint32_t node) {
  std::vector<std::uint32_t> path;
  auto seen = path.end();
  while ((seen = std::find(path.begin(), path.end(), node)) == path.end()) {
    path.push_back(node);
    node = successors[node].front();
  }
  return {seen, path.end()};
}

}  // namespace

std::vector<bool> reachable(const Successors& successors, std::span<const std::uint32_t> from) {
  std::vector<bool> found(successors.size(), false);
  const Graph graph = graph_of(successors);
  std::vector<boost::default_color_type> colors(successors.size(), boost::white_color);
  const auto color_map =
      boost::make_iterator_property_map(colors.begin(), boost::get(boost::vertex_index, graph));
  for (const std::uint32_t start : from) {
    if (colors[start] != boost::white_color) continue;
    boost::queue<Graph::vertex_descriptor> queue;
    boost::breadth_first_visit(graph, start, queue, boost::default_bfs_visitor(), color_map);
  }
  for (std::size_t node = 0; node < found.size(); ++node) {
    found[node] = colors[node] != boost::white_color;
  }
  return found;
}

std::vector<std::uint32_t> find_trap(const Successors& successors, const std::vector<bool>& ends) {
  const Graph graph = graph_of(successors);
  std::vector<std::size_t> component(successors.size());
  const std::size_t count = boost::strong_components(
      graph,
      boost::make_iterator_property_map(component.begin(), boost::get(boost::vertex_index, graph)));
  std::vector<bool> is_trap(count, true);
  for (std::size_t node = 0; node < successors.size(); ++node) {
    if (ends[node]) is_trap[component[node]] = false;
    for (const std::uint32_t next : successors[node]) {
      if (component[next] != component[node]) is_trap[component[node]] = false;
    }
  }
  for (std::uint32_t node = 0; node < successors.size(); ++node) {
    if (is_trap[component[node]]) return cycle_from(successors, node);
  }
  return {};
}

}  // namespace holdline

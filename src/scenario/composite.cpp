// The field `score.composite`: one figure made of several, each from 0 at its worst value to 1 at
// its best.
#include "scenario/sections.hpp"

namespace holdline {

void read_composite(Slot& slot, LoadContext& context, std::vector<CompositePart>& out) {
  slot.list({1, 100}, [&](Slot& item) {
    CompositePart part;
    const std::size_t errors = item.sheet().error_count();
    item.record([&](Record& record) {
      Slot metric = record.required("metric", "Which metric (`holdline list metrics`)");
      const bool is_read = read_metric(metric, context, part.metric);
      record.optional("weight", "Its part in the sum, before it is divided by all weights")
          .number(part.weight, {0.001, 1e6});
      const KnownMetric* known = is_read ? find_known(context, part.metric) : nullptr;
      BoundKind kind = BoundKind::number;
      Slot worst = record.required("worst", "Counts 0, and beyond it too");
      read_bound(worst, context, known, part.worst, kind);
      Slot best = record.required("best", "Counts 1, and beyond it too");
      read_bound(best, context, known, part.best, kind);
    });
    if (item.is_given() && item.sheet().error_count() == errors && part.worst == part.best) {
      item.error("expected a best value other than the worst one");
    }
    out.push_back(std::move(part));
  });
}

}  // namespace holdline

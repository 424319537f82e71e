// What is before the queue: menus and machines.
#include "model/center.hpp"

namespace holdline {

bool Simulation::Center::has_front_end(ContactTypeId) const { return false; }

void Simulation::Center::begin_front_end(std::uint32_t slot) { join_queue_stage(slot); }

void Simulation::Center::on_front_end_end(std::uint32_t slot) { join_queue_stage(slot); }

void Simulation::Center::tell_cut_contact(std::uint32_t slot) {
  end_before_queue(slot, ContactOutcome::in_system);
}

void Simulation::Center::on_callback_due(std::uint32_t) {
  fault("the model woke a callback that was never promised");
}

}  // namespace holdline

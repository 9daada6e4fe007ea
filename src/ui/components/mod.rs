//! What stands on the page, a file each. Panes read the state; what is inside them takes props only.

pub(super) mod card;
pub(super) mod density;
pub(super) mod document_details;
pub(super) mod documents_list;
pub(super) mod events_list;
pub(super) mod export_menu;
pub(super) mod file_button;
pub(super) mod filters;
pub(super) mod help;
pub(super) mod icon;
pub(super) mod lists;
pub(super) mod map_pane;
pub(super) mod notices;
pub(super) mod pane_switch;
pub(super) mod place_tree;
pub(super) mod play_button;
pub(super) mod reader;
pub(super) mod splitter;
pub(super) mod story;
pub(super) mod timeline;
pub(super) mod top_bar;
pub(super) mod virtual_list;
pub(super) mod welcome;

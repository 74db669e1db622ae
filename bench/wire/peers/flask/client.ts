export { connect } from "../raw-socket-io/client.js";

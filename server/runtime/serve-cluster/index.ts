export {
  type ClusterPrimary,
  type ClusterWorker,
  type ServeClusterOptions,
  serveCluster,
} from "./serve-cluster.js";

require "socket"
require_relative "converge"
require_relative "settings"

module Relevo
  # Machines come up one by one or side by side, as the provider likes; the cluster in them is made by one thread, once, when Vagrant is
  # about to leave a command in which a machine arrived.
  class Plugin < Vagrant.plugin("2")
    name "relevo"
    description "Makes the cluster when its machines are up"

    # Machine => whether it was running already, and so has not been given infra/ as it is now.
    ARRIVED = {}
    LOCK = Mutex.new

    # Around what makes a machine run.
    class Arrival
      def initialize(app, _env)
        @app = app
      end

      def call(env)
        machine = env[:machine]
        running = machine.state.id == :running
        Names.must_be_free(machine) if machine.id.nil? && machine.provider_name == :libvirt
        Ports.must_be_free if balancer_starts?(machine)
        @app.call(env)
        LOCK.synchronize { ARRIVED[machine] = running } if machine.state.id == :running
      end

      private

      # Asked for each machine of the command, so that none is made when the balancer's cannot be.
      def balancer_starts?(machine)
        targets = ARGV & Settings.nodes
        return false unless targets.empty? || targets.include?(Settings.balancer_node)

        balancer = LOCK.synchronize { machine.env.machine(Settings.balancer_node.to_sym, machine.provider_name) }
        # A paused machine still holds its ports.
        !%i[running inaccessible paused].include?(balancer.state.id)
      end
    end

    # When Vagrant leaves. With an error under way it says nothing: what is not up cannot be made to work.
    class Departure
      def initialize(app, _env)
        @app = app
      end

      def call(env)
        @app.call(env)
        return if ARRIVED.empty? || $!

        arrived = ARRIVED.dup
        ARRIVED.clear
        Converge.new(env[:env], arrived).run
      end
    end

    # After a machine is destroyed: the last one takes the box's volume with it.
    class Sweep
      def initialize(app, _env)
        @app = app
      end

      def call(env)
        @app.call(env)
        machine = env[:machine]
        return unless machine.provider_name == :libvirt && machine.env.active_machines.empty?

        machine.provider.driver.connection.volumes.all
               .select { |volume| volume.name.to_s.start_with?("relevo-box-") }.each(&:destroy)
      end
    end

    %i[up reload resume provision].each do |action|
      action_hook(:relevo_arrival, :"machine_action_#{action}") { |hook| hook.prepend(Arrival) }
    end
    action_hook(:relevo_departure, :environment_unload) { |hook| hook.prepend(Departure) }
    action_hook(:relevo_sweep, :machine_action_destroy) { |hook| hook.prepend(Sweep) }
  end

  # libvirt knows a machine by its name alone, and another copy of the project may have one of the same.
  module Names
    module_function

    def must_be_free(machine)
      name = "relevo-#{machine.name}"
      source = machine.provider.driver.connection.client.lookup_domain_by_name(name).xml_desc[/Source: (.+)\/Vagrantfile/, 1]
      remedy = source && Dir.exist?(source) ? "#{source}/down takes it down" : "`virsh destroy #{name}; virsh undefine #{name} --remove-all-storage` removes it"
      raise Failed, "libvirt has a machine #{name} already, made by #{source || 'something else'}: #{remedy}"
    rescue Libvirt::RetrieveError
      nil
    end
  end

  # The ports of the host that the balancer is published on.
  module Ports
    LOOKING = Mutex.new

    module_function

    # Looked at once in a command: later on its own machine has them.
    def must_be_free
      LOOKING.synchronize { @complaint ||= complaint }
      raise Failed, @complaint unless @complaint.empty?
    end

    def complaint
      Settings.ports.each do |service, (_, port)|
        TCPServer.new("127.0.0.1", port).close
      rescue Errno::EADDRINUSE
        return "Port 127.0.0.1:#{port} is taken: `ss -ltnp sport = :#{port}` shows by whom; or choose another with RELEVO_#{service.upcase}_PORT"
      end
      ""
    end

    def answers?(port)
      Socket.tcp("127.0.0.1", port, connect_timeout: 2) do |socket|
        socket.write("HEAD / HTTP/1.0\r\n\r\n")
        socket.wait_readable(20) && socket.gets.to_s.start_with?("HTTP/")
      end
    rescue SystemCallError
      false
    end
  end
end
